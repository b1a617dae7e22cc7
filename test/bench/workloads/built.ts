import type { Docker } from "../../../src/index.js";

/** Our client as users have it: the built package. `npm run bench` builds it first. */
export async function builtDocker(): Promise<typeof Docker> {
  // Not a literal: the types are those of the sources, and there may be no build when they are checked.
  const entry = "../../../dist/index.js";
  const { Docker: Client }: { Docker: typeof Docker } = await import(entry);
  return Client;
}
