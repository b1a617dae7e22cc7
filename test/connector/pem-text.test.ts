import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { unfoldPem } from "../../src/connector/pem-text.js";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const encrypted = privateKey
  .export({ type: "pkcs1", format: "pem", cipher: "aes-256-cbc", passphrase: "x" })
  .toString();

/** What forms make of text with lines. */
const folded: [string, (text: string) => string][] = [
  ["as it is", (text) => text],
  ["with the lines of Windows", (text) => text.replaceAll("\n", "\r\n")],
  ["with \\n in letters", (text) => text.replaceAll("\n", "\\n")],
  ["with \\r\\n in letters", (text) => text.replaceAll("\n", "\\r\\n")],
  ["with spaces for lines", (text) => text.replaceAll("\n", " ")],
  ["indented", (text) => text.replaceAll("\n", "\n    ")],
  ["without the last line end", (text) => text.trimEnd()],
];

describe("unfoldPem", () => {
  test.each(folded)("takes a key %s", (_name, fold) => {
    expect(unfoldPem(fold(key))).toBe(key);
  });

  test.each(folded)("takes an encrypted key of the old kind %s", (_name, fold) => {
    const opened = createPrivateKey({ key: unfoldPem(fold(encrypted)), passphrase: "x" });
    expect(opened.export({ type: "pkcs8", format: "pem" })).toBe(key);
  });

  test("takes a chain of certificates in one line", () => {
    const one = (letter: string) =>
      `-----BEGIN CERTIFICATE-----\n${letter.repeat(64)}\n${letter}\n-----END CERTIFICATE-----\n`;
    expect(unfoldPem((one("A") + one("B")).replaceAll("\n", " "))).toBe(one("A") + one("B"));
  });

  test("leaves what is no PEM to those who refuse it", () => {
    expect(unfoldPem("/path/to/cert.pem")).toBe("/path/to/cert.pem\n");
  });
});
