import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { type Host, parseHost } from "../../src/transport/host.js";
import { runs } from "./cases.js";

const hostname = fc.constantFrom(
  "localhost",
  "engine.example",
  "10.0.0.5",
  "a_b",
  "[::1]",
  "[fe80::1%eth0]",
  "X-1",
);
const port = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined });
const segment = fc.stringMatching(/^[A-Za-z0-9_~-]{1,5}$/);
const path = fc.array(segment, { maxLength: 3 }).map((parts) => parts.map((one) => `/${one}`).join(""));
const user = fc.stringMatching(/^[a-z][a-z0-9._-]{0,5}$/);

describe("an engine's address", () => {
  test("is taken apart into what it was made of, and its own form means the same", () => {
    const tcp = fc
      .tuple(fc.constantFrom("tcp", "http", "https"), hostname, port, path)
      .map(([scheme, name, at, base]) => ({
        text: `${scheme}://${name}${at === undefined ? "" : `:${at}`}${base}`,
        wanted: { kind: "tcp", scheme, hostname: name.replace(/[[\]]/g, ""), port: at, basePath: base },
      }));
    const ssh = fc
      .tuple(fc.option(user, { nil: undefined }), hostname, port, path)
      .map(([name, host, at, socket]) => ({
        text: `ssh://${name === undefined ? "" : `${name}@`}${host}${at === undefined ? "" : `:${at}`}${socket}`,
        wanted: {
          kind: "ssh",
          user: name,
          hostname: host.replace(/[[\]]/g, ""),
          port: at,
          remoteSocket: socket === "" ? undefined : socket,
        },
      }));
    const unix = fc.stringMatching(/^\/[ -~é%]{1,20}\S$/).map((socketPath) => ({
      text: `unix://${socketPath}`,
      wanted: { kind: "unix", socketPath },
    }));
    fc.assert(
      fc.property(fc.oneof(tcp, ssh, unix), fc.constantFrom("", " ", "\t\n"), ({ text, wanted }, space) => {
        const host = parseHost(`${space}${text}${space}`, "DOCKER_HOST");
        expect(host).toMatchObject(wanted);
        if ("address" in host) expect(parseHost(host.address, "DOCKER_HOST")).toEqual(host);
      }),
      runs("hosts whole"),
    );
  });

  test("of whatever text is taken or refused, and then none of it is shown", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "unix://",
        "tcp://",
        "ssh://",
        "npipe://",
        "https://",
        "://",
        "//",
        "/",
        "\\",
        "@",
        ":",
        "?",
        "#",
      ),
      fc.constantFrom(
        "[::1]",
        "[",
        "]",
        "%",
        "%00",
        "%0a",
        "-oProxyCommand=x",
        "..",
        ":99999",
        ":0",
        "\0",
        "\n",
        "$(x)",
        "`",
      ),
      fc.constantFrom("u:PLANTED@", "PLANTED", "host", "é", "\u202e"),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join("")),
        (text) => {
          let host: Host;
          try {
            host = parseHost(text, "DOCKER_HOST");
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidArgumentError);
            const { message } = error as InvalidArgumentError; // seen above
            // A scheme may be shown: what stands before "://" and is made of letters and the like.
            if (!/^\s*[A-Za-z0-9+.-]*:\/\//.test(text)) expect(message).not.toContain("PLANTED");
            expect(message).not.toContain("u:PLANTED");
            return;
          }
          // Nothing of it can be taken for an option by ssh, or ends a line of what is sent.
          if ("hostname" in host) expect(host.hostname).toMatch(/^[^-\s]\S*$/);
          if (host.kind === "ssh") expect(host.user ?? "x").toMatch(/^[^-\s]\S*$/);
          for (const part of Object.values(host)) expect(String(part)).not.toMatch(controls);
        },
      ),
      runs("hosts hostile"),
    );
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\0-\x1f\x7f]/;
