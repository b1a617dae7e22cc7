import { subscribe } from "node:diagnostics_channel";
import type { DockerOptions } from "../../../src/client/options.js";
import { Docker } from "../../../src/docker.js";
import { DockerError } from "../../../src/errors.js";
import { found, MARK, PASSPHRASE, shown, tracesOf } from "./planted.js";
import { chapters, connectorChapters } from "./story.js";

/** A program that uses every secret there is, on engines of every mood, and looks for traces in all it gets. */
const [given = ""] = process.argv.slice(2);
const { hosts, tls }: ChildInput = JSON.parse(given);
const traces = tracesOf(tls.plainKey);

export interface ChildInput {
  /** By the mood of the engine. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly tls: {
    readonly ca: string;
    readonly otherCa: string;
    readonly cert: string;
    readonly key: string;
    /** Not to be found either. */
    readonly plainKey: string;
  };
}

export interface ChildOutput {
  readonly looked: number;
  readonly failures: number;
  readonly leaks: readonly string[];
  /** That traces would be found. */
  readonly control: number;
}

const output = { looked: 0, failures: 0, leaks: [] as string[], control: 0 };
const note = (label: string, thing: unknown) => {
  output.looked++;
  const text = shown(thing);
  for (const trace of found(text, traces)) {
    const at = text.indexOf(trace);
    output.leaks.push(`${label}: ${text.slice(Math.max(0, at - 200), at + 60)}`);
  }
};
const fail = (label: string, error: unknown) => {
  output.failures++;
  note(label, error);
  // A mistake of this program, or one of ours, would pass for an error that was looked at.
  if (!(error instanceof DockerError)) output.leaks.push(`${label} is none of ours: ${Object(error).stack}`);
};
for (const event of ["request", "retry", "response", "error", "stream-end"])
  subscribe(`docker-engine-sdk:${event}`, (message) => note(`the event ${event}`, message));
process.on("warning", (warning) => note("a warning", warning));
process.on("unhandledRejection", (reason) => {
  note("a rejection that nobody handles", reason);
  output.leaks.push(`an unhandled rejection: ${reason}`);
});

const secrets: DockerOptions = {
  retry: { attempts: 2, minDelay: 1 },
  timeout: 5000,
  headers: { "X-Team": `${MARK}-client-header` },
  registryAuth: {
    "registry.example": { username: "u", password: `${MARK}-registry-password` },
    "token.example": { identityToken: `${MARK}-identity-token` },
  },
};
const { ca, otherCa, cert, key } = tls;
const ways: readonly (readonly [string, DockerOptions])[] = [
  ...Object.entries(hosts).map(([mood, host], index): [string, DockerOptions] => [
    mood,
    {
      host,
      auth:
        index % 2 === 0
          ? { bearer: async () => `${MARK}-bearer` }
          : { username: "u", password: `${MARK}-basic` },
      ...(mood.startsWith("TLS") && {
        tls: { ca: mood.includes("stranger") ? otherCa : ca, cert, key, passphrase: PASSPHRASE },
      }),
    },
  ]),
  ["a wrong passphrase", { host: hosts.TLS, tls: { ca, cert, key, passphrase: `${MARK}-passphrase` } }],
  ["a key that is none", { host: hosts.TLS, tls: { ca, cert, key: `${MARK}-key` } }],
  ["a key in an address", { host: `tcp://u:${MARK}-address@localhost:1` }],
  [
    "a password in a proxy's address",
    { host: "tcp://localhost:1", proxy: `http://u:${MARK}-proxy@127.0.0.1:1` },
  ],
];

for (const [way, options] of ways) {
  try {
    await using docker = new Docker({ ...secrets, ...options });
    for (const [name, chapter] of Object.entries(chapters)) {
      try {
        note(
          `${way}: what ${name} gives`,
          await chapter(docker, (thing) => note(`${way}: ${name}, in use`, thing)),
        );
      } catch (error) {
        fail(`${way}: the error of ${name}`, error);
      }
    }
    note(`${way}: the endpoint`, await docker.endpoint().catch((error: unknown) => error));
    note(`${way}: the client`, docker);
    for (const [name, resource] of Object.entries(docker)) note(`${way}: ${name}`, resource);
    note(`${way}: the api`, docker.api);
  } catch (error) {
    fail(`${way}: the error of the client`, error);
  }
}
for (const mood of ["refuses", "works"])
  await connectorChapters({ url: hosts[mood], accessToken: `${MARK}-access-token` }, note);
for (const mood of ["lies", "cuts"])
  await connectorChapters({ url: hosts[mood], username: "u", password: `${MARK}-basic` }, note);
const before = output.leaks.length;
for (const leak of [
  new Error("x", { cause: new Error(MARK) }),
  Buffer.from(`u:${MARK}`).toString("base64"),
  { a: [MARK] },
])
  note("control", leak);
output.control = output.leaks.splice(before).length;
process.stdout.write(JSON.stringify(output satisfies ChildOutput));
