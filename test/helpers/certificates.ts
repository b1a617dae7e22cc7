import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes authorities and certificates with the `openssl` program (3.0 or later), since Node can read but not make them.
 * They live in a temporary folder until `remove()`.
 */
export function createCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), "certificates-"));
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

  function authority(name: string): string {
    openssl(
      "req",
      "-x509",
      ...newKey,
      "-keyout",
      `${name}-key.pem`,
      "-out",
      `${name}.pem`,
      "-days",
      "2",
      "-subj",
      `/CN=${name}`,
    );
    return readFileSync(at(`${name}.pem`), "utf8");
  }

  function signed(name: string, { by, names, days = 2 }: SignOptions): Pair {
    const files = { cert: at(`${name}.pem`), key: at(`${name}-key.pem`) };
    openssl("req", "-new", ...newKey, "-keyout", files.key, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    writeFileSync(at(`${name}.ext`), `subjectAltName=${names ?? "DNS:client"}\n`);
    openssl(
      ...[
        "x509",
        "-req",
        "-in",
        `${name}.csr`,
        "-CA",
        `${by}.pem`,
        "-CAkey",
        `${by}-key.pem`,
        "-CAcreateserial",
      ],
      ...["-days", String(days), "-extfile", `${name}.ext`, "-out", files.cert],
    );
    return { cert: readFileSync(files.cert, "utf8"), key: readFileSync(files.key, "utf8"), files };
  }

  function encrypted(name: string, passphrase: string): string {
    openssl(
      "pkcs8",
      "-topk8",
      "-in",
      `${name}-key.pem`,
      "-out",
      `${name}-encrypted.pem`,
      "-passout",
      `pass:${passphrase}`,
    );
    return readFileSync(at(`${name}-encrypted.pem`), "utf8");
  }

  return {
    ca: authority("ca"),
    otherCa: authority("other-ca"),
    server: signed("server", { by: "ca", names: "DNS:localhost,IP:127.0.0.1,IP:::1" }),
    expired: signed("expired", { by: "ca", names: "IP:127.0.0.1", days: -1 }),
    elsewhere: signed("elsewhere", { by: "ca", names: "DNS:engine.example" }),
    client: signed("client", { by: "ca" }),
    stranger: signed("stranger", { by: "other-ca" }),
    encryptedClientKey: encrypted("client", "open sesame"),
    sign: (name, names) => signed(name, { by: "ca", names }),
    at,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export interface Certificates {
  readonly ca: string;
  readonly otherCa: string;
  readonly server: Pair;
  readonly expired: Pair;
  /** For `engine.example` only. */
  readonly elsewhere: Pair;
  readonly client: Pair;
  /** A client certificate of the other authority. */
  readonly stranger: Pair;
  /** The client's key with the passphrase "open sesame". */
  readonly encryptedClientKey: string;
  /** One more of the first authority, for the given subject alternative names. */
  sign(name: string, names: string): Pair;
  /** A path in the folder, which also holds `ca.pem`. */
  at(name: string): string;
  remove(): void;
}

export interface Pair {
  readonly cert: string;
  readonly key: string;
  readonly files: { readonly cert: string; readonly key: string };
}

interface SignOptions {
  readonly by: string;
  readonly names?: string;
  readonly days?: number;
}
