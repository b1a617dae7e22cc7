/** Variables as users give them. */
export type Env = Readonly<Record<string, string>> | readonly string[];

/** Variables as the API takes them: `KEY=value`. */
export function envList(env: Env): string[] {
  return Array.isArray(env) ? [...env] : Object.entries(env).map(([key, value]) => `${key}=${value}`);
}
