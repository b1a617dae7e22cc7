import type { DockerOptions } from "../client/options.js";
import { diagnoseOptions } from "../repl/diagnose-options.js";
import { diagnosisText } from "../repl/diagnosis-text.js";
import { packageVersion } from "./package-version.js";

/** The command `docker-engine-sdk diagnose`: exit code 1 where something is wrong. */
export async function diagnoseCommand(
  options: DockerOptions,
  { json }: { readonly json: boolean },
): Promise<number> {
  const diagnosis = await diagnoseOptions(options);
  const client = { package: packageVersion(), node: process.version, platform: process.platform };
  const text = json
    ? JSON.stringify({ client, ...diagnosis }, null, 2)
    : `${"Client".padEnd(11)} docker-engine-sdk ${client.package}, Node ${client.node}, ${client.platform}\n${diagnosisText(diagnosis)}`;
  process.stdout.write(`${text}\n`);
  return diagnosis.problems.length === 0 ? 0 : 1;
}
