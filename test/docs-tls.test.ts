import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Docker } from "../src/index.js";

const page = readFileSync(new URL("../docs/tls.md", import.meta.url), "utf8");
const commands = [...page.matchAll(/^```sh\n(.*?)^```/gms)].map(([, code = ""]) => code);

describe("the certificates of docs/tls.md", () => {
  const folder = mkdtempSync(join(tmpdir(), "docs-tls-"));
  const file = (name: string) => ({ file: join(folder, name) });
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  let server: ReturnType<typeof createServer> | undefined;
  let host = "";

  beforeAll(async () => {
    await promisify(execFile)("sh", ["-euc", commands.join("\n")], { cwd: folder });
    server = createServer(
      { ca: read("ca.pem"), cert: read("server-cert.pem"), key: read("server-key.pem"), requestCert: true },
      (_, response) => response.setHeader("Api-Version", "1.51").end("OK"),
    );
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    host = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`; // of a server that listens on TCP
  });

  afterAll(() => {
    server?.close();
    server?.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  const ping = async (tls: object) => {
    await using docker = new Docker({ host, tls, apiVersion: "1.51" });
    await docker.system.ping();
  };

  test("let engine and client know each other", async () => {
    await ping({ ca: file("ca.pem"), cert: file("cert.pem"), key: file("key.pem") });
    await expect(ping({ ca: file("ca.pem") })).rejects.toMatchObject({ code: "TLS_CLIENT_CERTIFICATE" });
    await expect(ping({})).rejects.toMatchObject({ code: "TLS_UNKNOWN_CA" });
  });

  test("have the pin that the page's command prints", async () => {
    const own = { cert: file("cert.pem"), key: file("key.pem") };
    await ping({ ca: read("ca.pem"), ...own, pin: `sha256/${read("pin").trim()}` });
    const other = `sha256/${Buffer.alloc(32).toString("base64")}`;
    await expect(ping({ ca: read("ca.pem"), ...own, pin: other })).rejects.toMatchObject({
      code: "TLS_PIN_MISMATCH",
    });
  });
});
