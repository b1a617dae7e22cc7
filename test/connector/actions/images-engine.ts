import type { Call, Handler } from "../../helpers/fake-daemon.js";

export const id = `sha256:${"a".repeat(64)}`;
export const otherId = `sha256:${"b".repeat(64)}`;
export const digest = `sha256:${"d".repeat(64)}`;

/** Answers as an engine that tells its progress. */
export function telling(...lines: readonly object[]): Handler {
  return async (call) => {
    await call.body();
    await call.stream(
      lines.map((line) => `${JSON.stringify(line)}\n`),
      { "Content-Type": "application/json" },
    );
  };
}

export function refusing(status: number, message: string): Handler {
  return async (call) => {
    await call.body();
    call.json(status, { message });
  };
}

/** The query, decoded; what is given several times in a list. */
export function queryOf(call: Call | undefined): Record<string, string | string[]> {
  const query = call?.query ?? new URLSearchParams();
  return Object.fromEntries(
    [...query.keys()].map((key) => {
      const values = query.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

/** What a header with credentials holds; it must have the padding of base64 and the alphabet of URLs. */
export function credentialsIn(
  call: Call | undefined,
  header: "x-registry-auth" | "x-registry-config",
): unknown {
  const value = String(call?.headers[header]);
  if (!/^[\w-]+=*$/.test(value) || value.length % 4 !== 0) throw new Error(`${header} is badly encoded`);
  return JSON.parse(Buffer.from(value, "base64url").toString());
}

/** An engine's answers to a pull. */
export function pulled(image: string, isNew = true): object[] {
  const status = isNew ? "Downloaded newer image" : "Image is up to date";
  return [
    { status: "Pulling from library/x", id: "latest" },
    { status: "Downloading", id: "a1", progressDetail: { current: 1, total: 4 } },
    { status: "Downloading", id: "a1", progressDetail: { current: 2, total: 4 } },
    { status: "Pull complete", id: "a1" },
    { status: `Digest: ${digest}` },
    { status: `Status: ${status} for ${image}` },
  ];
}
