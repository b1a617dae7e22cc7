import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { ConnectionError } from "../errors.js";
import { placeOf } from "./connection-error.js";
import type { Endpoint, Pem } from "./endpoint.js";

/** The text of a PEM option, read from its file where it names one. */
export async function readPem(pem: Pem, option: PemOption, endpoint: Endpoint): Promise<string> {
  if (typeof pem === "string") return pem;
  if (pem instanceof Uint8Array) return Buffer.from(pem).toString("latin1");
  try {
    return await readFile(pem.file, "latin1");
  } catch (cause) {
    throw badPem(`the file of "${option}" cannot be read: ${pem.file}`, endpoint, cause);
  }
}

type PemOption = "ca" | "cert" | "key";

/** Every certificate of the text, the leaf first. Node by itself takes any text as `ca`, and then trusts nobody. */
export function parseCertificates(
  text: string,
  option: PemOption,
  endpoint: Endpoint,
): [X509Certificate, ...X509Certificate[]] {
  const [first, ...rest] = (text.match(certificateBlock) ?? []).map((block) => {
    try {
      return new X509Certificate(block);
    } catch (cause) {
      throw badPem(`a certificate in "${option}" is damaged`, endpoint, cause);
    }
  });
  if (!first) throw badPem(`"${option}" holds no PEM certificate${guess(text)}`, endpoint);
  return [first, ...rest];
}

const certificateBlock = /-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[\s\S]*?-----END \1-----/g;

export function parseKey(text: string, passphrase: string | undefined, endpoint: Endpoint): KeyObject {
  if (!privateKeyBlock.test(text)) throw badPem(`"key" holds no PEM private key${guess(text)}`, endpoint);
  try {
    return createPrivateKey({ key: text, format: "pem", passphrase });
  } catch (cause) {
    throw badPem(`the private key in "key" ${keyTrouble(text, passphrase)}`, endpoint, cause);
  }
}

const privateKeyBlock = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;

function keyTrouble(text: string, passphrase: string | undefined): string {
  if (!text.includes("ENCRYPTED")) return "is damaged";
  return passphrase === undefined
    ? 'is encrypted: give its "passphrase"'
    : 'does not open with the given "passphrase"';
}

function guess(text: string): string {
  if (text.includes("PRIVATE KEY-----")) return ", but a private key: the options may be swapped";
  if (text.includes("CERTIFICATE-----")) return ", but a certificate: the options may be swapped";
  if (/^[^\n]{1,4095}$/.test(text) && /[\\/.]/.test(text)) {
    return ": it looks like a path, which is given as { file: path }";
  }
  return "";
}

/** OpenSSL's errors say what is wrong and where in its own source, nothing of the text. */
export function badPem(reason: string, endpoint: Endpoint, cause?: unknown): ConnectionError {
  return new ConnectionError(
    `The TLS options for the Docker engine at ${placeOf(endpoint)} cannot be used: ${reason}.`,
    { code: "TLS_BAD_PEM", address: endpoint.address, unsent: true, cause },
  );
}
