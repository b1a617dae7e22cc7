import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Duplex } from "node:stream";
import { fileURLToPath } from "node:url";
import { Pool } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConnectionError } from "../../src/errors.js";
import { type Connector, createConnector } from "../../src/transport/connect.js";
import { toConnectionError } from "../../src/transport/connection-error.js";
import { sshArguments } from "../../src/transport/ssh.js";
import { ask, callsBack, failureOf } from "../helpers/connection.js";
import { sshEndpoint } from "../helpers/endpoints.js";
import { createFakeSsh, type FakeSsh } from "../helpers/fake-ssh.js";

let ssh: FakeSsh;
beforeEach(async () => {
  ssh = await createFakeSsh((request, response) => {
    if (request.url === "/slow") return; // never answered
    if (request.url === "/half") {
      response.writeHead(200, { "content-length": 100 });
      response.write("a part");
      return;
    }
    request.pipe(response);
    if (request.method === "GET") response.end("pong");
  });
});
afterEach(() => ssh.remove());

describe("the arguments of ssh", () => {
  it("are the ones of the Docker CLI, and it may not ask anything", () => {
    expect(sshArguments(sshEndpoint(), { connectTimeout: 10_000 })).toEqual(
      "-o ConnectTimeout=10 -o BatchMode=yes -T -- far docker system dial-stdio".split(" "),
    );
  });

  it("say user, port and the socket over there", () => {
    const endpoint = sshEndpoint({ user: "me", port: 2222, remoteSocket: "/run/user/1000/docker.sock" });
    expect(sshArguments(endpoint, { connectTimeout: 0 }).join(" ")).toBe(
      "-o BatchMode=yes -T -l me -p 2222 -- far docker --host=unix:///run/user/1000/docker.sock system dial-stdio",
    );
  });

  it("round a short time up, since ssh counts in seconds", () => {
    expect(sshArguments(sshEndpoint(), { connectTimeout: 1 })).toContain("ConnectTimeout=1");
  });

  it("quote the socket for the shell over there", () => {
    const endpoint = sshEndpoint({ remoteSocket: "/tmp/it's; rm -rf $HOME" });
    expect(sshArguments(endpoint, { connectTimeout: 0 })).toContain(
      `'--host=unix:///tmp/it'\\''s; rm -rf $HOME'`,
    );
  });

  it("cannot be smuggled in as a host", () => {
    const args = sshArguments(sshEndpoint({ hostname: "-oProxyCommand=evil" }), { connectTimeout: 0 });
    expect(args.indexOf("--")).toBeLessThan(args.indexOf("-oProxyCommand=evil"));
  });
});

describe("an engine behind ssh", () => {
  it("answers through one process, which the next requests use again", async () => {
    await using far = pool();
    for (let round = 0; round < 5; round += 1) {
      const { statusCode, body } = await far.pool.request({ path: "/_ping", method: "GET" });
      expect([statusCode, await body.text()]).toEqual([200, "pong"]);
      // undici's pool takes a connection for free only a turn after its answer has been read.
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(ssh.calls().map(({ args }) => args.slice(-3))).toEqual([["docker", "system", "dial-stdio"]]);
  });

  it("takes and gives large bodies whole", async () => {
    await using far = pool();
    const sent = Buffer.alloc(5_000_000, "0123456789abcdef");
    const { body } = await far.pool.request({ path: "/echo", method: "POST", body: sent });
    expect(Buffer.from(await body.arrayBuffer()).equals(sent)).toBe(true);
  });

  it("gets one process for each request at a time", async () => {
    await using far = pool();
    const answers = [1, 2, 3].map(async () => {
      const { body } = await far.pool.request({ path: "/_ping", method: "GET" });
      return body.text();
    });
    expect(await Promise.all(answers)).toEqual(["pong", "pong", "pong"]);
    expect(ssh.calls()).toHaveLength(3);
  });

  it("can be spoken to both ways after an upgrade, and hears the half-close", async () => {
    ssh.server.on("upgrade", (_, socket: Duplex) => {
      socket.write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n");
      const heard: Buffer[] = [];
      socket.on("data", (chunk) => heard.push(chunk));
      socket.on("end", () => socket.end(`heard ${Buffer.concat(heard)} to the end`));
    });
    await using far = pool();
    const { socket } = await far.pool.upgrade({ path: "/attach", method: "POST", protocol: "tcp" });
    socket.write("one, ");
    socket.end("two");
    let said = "";
    for await (const chunk of socket) said += chunk;
    expect(said).toBe("heard one, two to the end");
    await expect.poll(ssh.alive).toBe(0);
  });

  it("loses its process when a request is aborted", async () => {
    await using far = pool();
    const abort = new AbortController();
    const request = far.pool.request({ path: "/slow", method: "GET", signal: abort.signal });
    await expect.poll(ssh.alive).toBe(1);
    abort.abort(new Error("enough"));
    await expect(request).rejects.toThrow("enough");
    await expect.poll(ssh.alive).toBe(0);
  });

  it("has no process left when the pool or the connector is closed", async () => {
    const first = pool();
    await (await first.pool.request({ path: "/_ping", method: "GET" })).body.text();
    expect(ssh.alive()).toBe(1);
    await first.pool.close();
    await expect.poll(ssh.alive).toBe(0);

    const second = pool();
    await (await second.pool.request({ path: "/_ping", method: "GET" })).body.text();
    await second.connector.close();
    expect(ssh.alive()).toBe(0);
    await second.pool.destroy();
  });

  it("is ended by force when it does not go", async () => {
    ssh.behave(`process.on("SIGTERM", () => {}); process.stdin.resume(); setInterval(() => {}, 1000);`);
    const far = pool();
    const request = far.pool.request({ path: "/", method: "GET" }).catch((error: unknown) => error);
    await expect.poll(ssh.alive).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 100)); // until it has set its handler
    await far.pool.destroy();
    await far.connector.close();
    expect(ssh.alive()).toBe(0);
    expect(await request).toBeInstanceOf(Error);
  });

  it("does not keep this process alive while idle, and goes with it", async () => {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", fileURLToPath(new URL("../helpers/idle-ssh.ts", import.meta.url))],
      {
        env: { ...process.env, FAKE_SSH_PATH: ssh.environment.PATH },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    let said = "";
    for await (const chunk of child.stdout) said += chunk;
    if (child.exitCode === null) await once(child, "exit");
    expect([said, child.exitCode]).toEqual(["200 pong", 0]);
    expect(ssh.calls()).toHaveLength(1);
    await expect.poll(ssh.alive).toBe(0);
  });
});

describe("ssh that fails", () => {
  const options = () => ({ environment: ssh.environment });

  it("before an answer is told with its exit code and last words", async () => {
    ssh.behave(`console.error("ssh: connect to host far port 22: Connection refused"); process.exit(255);`);
    const error = await failureOf(sshEndpoint(), options());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "SSH_FAILED", address: "ssh://far" });
    expect(error.message).toContain("exit code 255");
    expect(error.message).toContain("Connection refused");
    expect(error.message).toContain("docker system dial-stdio");
    expect(ssh.alive()).toBe(0);
  });

  it.each([
    ["Host key verification failed.", 255, "accept the host's key"],
    ["me@far: Permission denied (publickey).", 255, "an agent, or one without passphrase"],
    ["bash: docker: command not found", 127, "Is `docker` installed over there"],
  ])("with %j is given a remedy", async (words, code, remedy) => {
    ssh.behave(`console.error(${JSON.stringify(words)}); process.exit(${code});`);
    const error = await failureOf(sshEndpoint(), options());
    expect(error).toMatchObject({ code: "SSH_FAILED" });
    expect(error.message).toContain(words);
    expect(error.message).toContain(remedy);
  });

  it("without an answer is told even with exit code 0", async () => {
    ssh.behave(`process.stdin.once("data", () => { console.error("bye"); process.exit(0); });`);
    const error = await failureOf(sshEndpoint(), options());
    expect(error).toMatchObject({ code: "SSH_FAILED", unsent: false });
    expect(error.message).toContain("exit code 0, saying: bye");
  });

  it("in the middle of an answer fails the answer", async () => {
    ssh.behave(`
      const far = require("node:net").connect(path);
      process.stdin.pipe(far);
      far.on("data", (chunk) => process.stdout.write(chunk, () => {
        if (String(chunk).includes("a part")) { console.error("client_loop: send disconnect: Broken pipe"); process.exit(255); }
      }));`);
    await using far = pool();
    const { body } = await far.pool.request({ path: "/half", method: "GET" });
    const error = toConnectionError(await body.text().catch((error: unknown) => error), sshEndpoint(), {
      unsent: false,
    });
    expect(error).toMatchObject({ code: "SSH_FAILED", unsent: false });
    expect(error.message).toContain("Broken pipe");
  });

  it("by a signal says which", async () => {
    ssh.behave(`process.stdin.once("data", () => process.kill(process.pid, "SIGKILL"));`);
    const error = await failureOf(sshEndpoint(), options());
    expect(error).toMatchObject({ code: "SSH_FAILED" });
    expect(error.message).toContain("signal SIGKILL");
  });

  it("keeps only the last 4 KiB of its words, without control characters", async () => {
    ssh.behave(`process.stderr.write("x".repeat(100_000) + "\\u001b[2J the end", () => process.exit(1));`);
    const error = await failureOf(sshEndpoint(), options());
    expect(error.message).toContain("[2J the end");
    expect(error.message).not.toContain("\u001b");
    expect(error.message.length).toBeLessThan(5_000);
  });

  it("is not waited for when something in the background holds its stderr", async () => {
    ssh.behave(`
      require("node:child_process").spawn("/bin/sleep", ["3"], { stdio: ["ignore", "ignore", "inherit"], detached: true }).unref();
      console.error("no route"); process.exit(255);`);
    const start = performance.now();
    const error = await failureOf(sshEndpoint(), options());
    expect(error.message).toContain("no route");
    expect(performance.now() - start).toBeLessThan(2_500);
  });

  it("over chatter of start-up files is told as such", async () => {
    ssh.behave(`console.log("Welcome to far!"); process.stdin.resume();`);
    const error = await failureOf(sshEndpoint(), options());
    expect(error).toMatchObject({ code: "CONNECTION_FAILED" });
    expect(error.message).toContain(".bashrc");
    await expect.poll(ssh.alive).toBe(0);
  });

  it("is said to be missing when it is not installed", async () => {
    const environment = { PATH: "/nonexistent" };
    const error = await failureOf(sshEndpoint(), { environment });
    expect(error).toMatchObject({ code: "SSH_FAILED", unsent: true });
    expect(error.message).toContain("there is no `ssh` in PATH");
    expect(await callsBack(sshEndpoint(), { environment })).toEqual([
      expect.objectContaining({ unsent: true }),
    ]);
  });

  it("leaves the next request to a new process", async () => {
    await using far = pool();
    ssh.behave("process.exit(255);");
    await expect(far.pool.request({ path: "/", method: "GET" })).rejects.toMatchObject({
      code: "SSH_FAILED",
    });
    const { dialStdio } = await import("../helpers/fake-ssh.js");
    ssh.behave(dialStdio);
    const { body } = await far.pool.request({ path: "/_ping", method: "GET" });
    expect(await body.text()).toBe("pong");
  });
});

it("ssh is given the whole environment of this process by default", async () => {
  const before = process.env.PATH;
  process.env.PATH = ssh.environment.PATH;
  try {
    expect(await ask(sshEndpoint(), { environment: undefined })).toBe("200 pong");
  } finally {
    process.env.PATH = before;
  }
});

function pool(): AsyncDisposable & { pool: Pool; connector: Connector } {
  const connector = createConnector(sshEndpoint(), { connectTimeout: 5_000, environment: ssh.environment });
  const pool = new Pool(connector.origin, { connect: connector.connect });
  return {
    connector,
    pool,
    async [Symbol.asyncDispose]() {
      await pool.destroy();
      await connector.close();
      expect(ssh.alive()).toBe(0);
    },
  };
}
