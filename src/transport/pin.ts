import { createHash, type X509Certificate } from "node:crypto";
import { InvalidArgumentError } from "../errors.js";

/**
 * Reads pins: SHA-256 of a certificate's subject public key info as `sha256/<base64>`, `sha256//<base64>`
 * (curl's way) or 64 hex digits, with or without `sha256:` before them.
 * @throws InvalidArgumentError
 */
export function parsePins(pin: string | readonly string[] | undefined): Pin[] {
  if (pin === undefined) return [];
  const pins = typeof pin === "string" ? [pin] : pin;
  if (pins.length === 0) throw malformed("an empty list");
  return pins.map(parsePin);
}

/** `sha256/<base64>`, the form that every pin is brought to. */
export type Pin = `sha256/${string}`;

/** The pin of a certificate. */
export function pinOf(certificate: X509Certificate): Pin {
  const spki = certificate.publicKey.export({ type: "spki", format: "der" });
  return `sha256/${createHash("sha256").update(spki).digest("base64")}`;
}

function parsePin(pin: unknown): Pin {
  if (typeof pin !== "string") throw malformed(typeof pin);
  const text = pin.trim();
  const hex = /^(?:sha256[:/]{0,2})?([0-9a-f]{64})$/i.exec(text)?.[1];
  const base64 = /^sha256\/\/?([A-Za-z0-9+/_-]{43}=?)$/.exec(text)?.[1];
  const digest = hex === undefined ? Buffer.from(base64 ?? "", "base64") : Buffer.from(hex, "hex");
  if (digest.length !== 32) throw malformed(JSON.stringify(pin.slice(0, 100)));
  return `sha256/${digest.toString("base64")}`;
}

function malformed(what: string): InvalidArgumentError {
  return new InvalidArgumentError(
    `The option "tls.pin" is ${what}, which is no pin. Give "sha256/" and the base64 (44 characters) ` +
      "of the SHA-256 of the certificate's public key, or its 64 hex digits.",
  );
}
