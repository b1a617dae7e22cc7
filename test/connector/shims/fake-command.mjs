// Stands in for the command: keeps the request, and answers what the test wants. Not TypeScript, so that it starts at once.
import { readFileSync, writeFileSync } from "node:fs";

const {
  answer,
  log = [],
  code = 0,
  reads = true,
  file,
} = JSON.parse(readFileSync(process.env.FAKE_COMMAND, "utf8"));
if (reads) {
  const request = readFileSync(0, "utf8");
  writeFileSync(process.env.FAKE_COMMAND_SAW, JSON.stringify({ args: process.argv.slice(2), request }));
  const { output } = JSON.parse(request);
  if (file) writeFileSync(`${output}/${file.name}`, file.text);
  if (answer) process.stdout.write(`${JSON.stringify(answer).replaceAll("{output}", output)}\n`);
}
for (const line of log) process.stderr.write(`${line}\n`);
process.exitCode = code;
