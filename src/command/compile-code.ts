import { compileFunction, constants } from "node:vm";
import type { Docker } from "../docker.js";
import { InvalidArgumentError } from "../errors.js";

/**
 * JavaScript with `docker` in scope and `await`: an expression, whose value is the result, or statements with a `return`.
 * @throws InvalidArgumentError where it is neither
 */
export function compileCode(code: string): (docker: Docker) => Promise<{ readonly value: unknown }> {
  try {
    // In a box: what an async function gives is awaited, and a job would be over before anybody sees its progress.
    return compiled(`return (async () => ({ value: (${code.trim().replace(/;$/, "")}\n) }))()`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  try {
    return compiled(`return (async () => ({ value: await (async () => {${code}\n})() }))()`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InvalidArgumentError(`The code is no JavaScript: ${error.message}.`);
  }
}

function compiled(body: string): (docker: Docker) => Promise<{ readonly value: unknown }> {
  const options = { filename: "code", importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER };
  return compileFunction(body, ["docker"], options) as ReturnType<typeof compiled>; // its body says so
}
