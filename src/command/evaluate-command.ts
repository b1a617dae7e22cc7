import type { DockerOptions } from "../client/options.js";
import { Docker } from "../docker.js";
import { compileCode } from "./compile-code.js";
import { usage } from "./usage.js";
import { writeResult } from "./write-result.js";

/** The command `docker-engine-sdk -e CODE`. What fails is thrown. */
export async function evaluateCommand(
  code: string,
  options: DockerOptions,
  { table }: { readonly table: boolean },
): Promise<number> {
  const evaluate = compileCode(code);
  const docker = new Docker(options);
  try {
    const { value } = await evaluate(docker);
    await writeResult(value, process.stdout, { table });
    return 0;
  } finally {
    await docker.close();
  }
}

/** The same with the code on stdin. */
export async function evaluateInput(
  options: DockerOptions,
  command: { readonly table: boolean },
): Promise<number> {
  let code = "";
  for await (const piece of process.stdin.setEncoding("utf8")) code += piece;
  if (code.trim() !== "") return evaluateCommand(code, options, command);
  process.stderr.write(usage);
  return 2;
}
