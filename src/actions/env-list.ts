import { InvalidArgumentError } from "../errors.js";

/** Variables as users give them. */
export type Env = Readonly<Record<string, string>> | readonly string[];

/**
 * Variables as the API takes them: `KEY=value`. Engines quote a variable that they refuse, value and all: what they would
 * refuse is not sent.
 * @throws InvalidArgumentError without the value
 */
export function envList(env: Env): string[] {
  const list = Array.isArray(env) ? [...env] : Object.entries(env).map(([key, value]) => `${key}=${value}`);
  const wrong = list.findIndex((variable) => !/^[^=\0][^\0]*$/.test(variable));
  if (wrong === -1) return list;
  throw new InvalidArgumentError(
    `Variable ${wrong + 1} of ${list.length} in env has no name, or a zero byte in it. Give { KEY: "value" } or ["KEY=value"].`,
  );
}
