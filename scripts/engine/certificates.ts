import { execFile } from "node:child_process";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

/** Makes `server/` and `client/` in the folder, each with ca.pem, cert.pem and key.pem, valid for a day. */
export async function makeCertificates(folder: string): Promise<void> {
  const inFolder = (...names: string[]) => join(folder, ...names);
  await run("openssl", [
    ...["req", "-x509", ...NEW_KEY, "-sha256", "-days", "1", "-subj", "/CN=private engine CA"],
    ...["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign"],
    ...["-keyout", inFolder("ca-key.pem"), "-out", inFolder("ca.pem")],
  ]);
  await issue(folder, "server", "serverAuth", "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
  await issue(folder, "client", "clientAuth", "");
}

async function issue(folder: string, who: string, usage: string, names: string): Promise<void> {
  const file = (name: string) => join(folder, who, name);
  await mkdir(join(folder, who));
  await writeFile(file("extensions"), `extendedKeyUsage=${usage}\nkeyUsage=digitalSignature\n${names}`);
  await run("openssl", [
    ...[
      "req",
      ...NEW_KEY,
      "-subj",
      `/CN=private engine ${who}`,
      "-keyout",
      file("key.pem"),
      "-out",
      file("request"),
    ],
  ]);
  await run("openssl", [
    ...["x509", "-req", "-in", file("request"), "-sha256", "-days", "1", "-extfile", file("extensions")],
    ...["-CA", join(folder, "ca.pem"), "-CAkey", join(folder, "ca-key.pem"), "-CAcreateserial"],
    ...["-out", file("cert.pem")],
  ]);
  await copyFile(join(folder, "ca.pem"), file("ca.pem"));
}
