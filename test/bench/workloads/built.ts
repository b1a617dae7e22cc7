import type { Docker } from "../../../src/index.js";
import { builtFile } from "../built-file.js";

/** Our client as users have it: the built package. `npm run bench` builds it first. */
export async function builtDocker(): Promise<typeof Docker> {
  const { Docker: Client }: { Docker: typeof Docker } = await import(builtFile("index.js"));
  return Client;
}
