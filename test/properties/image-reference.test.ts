import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ImageReference, parseImageReference } from "../../src/client/image-reference.js";
import { InvalidArgumentError } from "../../src/errors.js";
import { runs } from "./cases.js";

const part = fc
  .tuple(
    fc.stringMatching(/^[a-z0-9]{1,4}$/),
    fc.array(fc.tuple(fc.constantFrom(".", "_", "__", "-", "---"), fc.stringMatching(/^[a-z0-9]{1,3}$/)), {
      maxLength: 2,
    }),
  )
  .map(([first, more]) => first + more.map(([separator, text]) => separator + text).join(""));
const registry = fc.constantFrom(
  ...[
    "docker.io",
    "index.docker.io",
    "localhost",
    "localhost:5000",
    "ghcr.io",
    "a.b-c.d:1",
    "[::1]",
    "[fe80::1]:5000",
  ],
  ...["127.0.0.1:65535", "UPPER", "x:80"],
);
const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,8}$/);
const hex = fc.array(fc.constantFrom(..."0123456789abcdef"), { minLength: 64, maxLength: 64 });
const digest = hex.map((digits) => `sha256:${digits.join("")}`);
const reference = fc.record({
  registry: fc.option(registry, { nil: undefined }),
  path: fc.array(part, { minLength: 1, maxLength: 4 }),
  tag: fc.option(tag, { nil: undefined }),
  digest: fc.option(digest, { nil: undefined }),
});
type Reference = typeof reference extends fc.Arbitrary<infer Value> ? Value : never;

describe("an image's name", () => {
  test("that the grammar makes is taken apart into what it was made of", () => {
    fc.assert(
      fc.property(reference, (made) => {
        const [first = "", ...others] = made.path;
        // Without a registry before it, a first part that looks like one is one.
        fc.pre(made.registry !== undefined || others.length === 0 || !/[.:]|^localhost$/.test(first));
        const parsed = parseImageReference(written(made));
        expect({ tag: parsed.tag, digest: parsed.digest }).toEqual({ tag: made.tag, digest: made.digest });
        const isHub = made.registry === undefined || /^(index\.)?docker\.io$/.test(made.registry);
        expect(parsed.registry).toBe(isHub ? "docker.io" : made.registry);
        const path = made.path.join("/");
        expect(parsed.path).toBe(isHub && others.length === 0 ? `library/${path}` : path);
        expect(parsed.name).toBe(`${parsed.registry}/${parsed.path}`);
        // The name as people write it, and the full one, mean the same.
        for (const name of [parsed.familiarName, parsed.name])
          expect(parseImageReference(again(parsed, name))).toEqual(parsed);
      }),
      runs("image names whole"),
    );
  });

  test("is taken if and only if it matches the grammar", () => {
    const piece = fc.oneof(
      part,
      tag,
      registry,
      fc.constantFrom(
        ..."/:@.-_",
        "//",
        "sha256:",
        "..",
        "%2F",
        "\n",
        " ",
        "é",
        "A",
        "https://",
        "__proto__",
        "\0",
      ),
      fc.string({ maxLength: 3 }),
    );
    const mutated = fc.tuple(reference, fc.nat(80), fc.nat(2), piece).map(([made, at, removed, inserted]) => {
      const text = written(made);
      return text.slice(0, at) + inserted + text.slice(at + removed);
    });
    const text = fc.oneof(
      mutated,
      fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join("")),
      digest,
      hex.map((digits) => digits.join("")),
    );
    fc.assert(
      fc.property(text, (name) => {
        let parsed: ImageReference | undefined;
        try {
          parsed = parseImageReference(name);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidArgumentError);
        }
        expect(parsed !== undefined).toBe(isInGrammar(name));
        if (parsed !== undefined)
          expect(parseImageReference(again(parsed, parsed.familiarName))).toEqual(parsed);
      }),
      runs("image names judged"),
    );
  });
});

function written(made: Reference): string {
  const { registry: host, path, tag: name, digest: sum } = made;
  return [
    host === undefined ? "" : `${host}/`,
    path.join("/"),
    name === undefined ? "" : `:${name}`,
    sum === undefined ? "" : `@${sum}`,
  ].join("");
}

function again({ tag: name, digest: sum }: ImageReference, bare: string): string {
  return `${bare}${name === undefined ? "" : `:${name}`}${sum === undefined ? "" : `@${sum}`}`;
}

/** The engine's grammar as one expression, and what it takes for something else than a name. */
function isInGrammar(text: string): boolean {
  const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
  const host = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
  const name = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  const path = `${name}(?:/${name})*`;
  const sum = "sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}";
  const whole = new RegExp(`^(?:(${host})/)?(${path})(?::\\w[\\w.-]{0,127})?(?:@(?:${sum}))?$`);
  if (/^(sha256:)?[0-9a-f]{64}$/.test(text)) return false;
  // What looks like a registry must be able to be one, also where it could be the first folder of a path.
  const [, first = ""] = /^([^/]*)\//.exec(text) ?? [];
  if (/[.:A-Z]/.test(first) && !new RegExp(`^${host}$`).test(first)) return false;
  return whole.test(text);
}
