import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeRegistryAuth, parseRegistryAuth } from "../../src/client/registry-auth.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { runs } from "./cases.js";

const secret = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
  fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 12 }),
  // Where the alphabets of base64 differ.
  fc
    .array(fc.constantFrom("~", "?", ">", "ÿ", "ø"), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join("")),
);
const registry = fc.constantFrom("registry.example", "localhost:5000", "docker.io", "[::1]:5000", "10.0.0.1");

describe("credentials for a registry", () => {
  test("are padded base64 in the alphabet for URLs, from which the same come back", () => {
    const credentials = fc.oneof(
      fc.record({ username: secret.filter((name) => !name.includes(":")), password: secret }),
      fc.record({ identityToken: secret }),
      fc.record({ registryToken: secret }),
    );
    fc.assert(
      fc.property(registry, credentials, (address, given) => {
        const auth = parseRegistryAuth({ [address]: given }).get(address);
        const header = encodeRegistryAuth(auth);
        expect(header).toMatch(/^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}==|[A-Za-z0-9_-]{3}=)?$/);
        const { serveraddress, ...sent } = JSON.parse(Buffer.from(header, "base64url").toString());
        const lower = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]);
        expect(sent).toEqual(Object.fromEntries(lower));
        expect(serveraddress).toBe(address === "docker.io" ? "https://index.docker.io/v1/" : address);
      }),
      runs("registry auth"),
    );
  });

  test("of whatever shape are taken or refused, and never shown", () => {
    const mark = "PLANTED";
    const planted = fc.oneof(
      fc.constant(mark),
      fc.constant({ username: mark, password: mark }),
      fc.constant({ identityToken: mark }),
      fc.dictionary(
        fc.constantFrom("username", "password", "identityToken", "registryToken", "auth", "__proto__", mark),
        fc.oneof(fc.constant(mark), fc.constant(`${mark}:`), fc.anything()),
      ),
      fc.anything(),
    );
    const address = fc.oneof(
      registry,
      fc.constantFrom(
        "https://REGISTRY.example/v2/",
        `u:${mark}@registry.example`,
        "__proto__",
        "constructor",
        "",
      ),
    );
    fc.assert(
      fc.property(fc.dictionary(address, planted, { maxKeys: 3 }), (given) => {
        try {
          const parsed = parseRegistryAuth(given as Parameters<typeof parseRegistryAuth>[0]); // to be judged
          expect(inspect(parsed, { depth: Infinity, showHidden: true })).not.toContain(mark);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidArgumentError);
          expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(mark);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      runs("registry options"),
    );
  });
});
