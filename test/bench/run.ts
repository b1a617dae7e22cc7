/** `npm run bench` runs every workload, `npm run bench -- logs` those named. Each client works in a process of its own. */
import { measure } from "./runner.js";
import { workloads } from "./workloads.js";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !workloads.some((workload) => workload.name === name));
if (unknown.length > 0) {
  console.error(
    `No workload "${unknown.join('", "')}". There are: ${workloads.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(1);
}
for (const workload of workloads) {
  if (wanted.length === 0 || wanted.includes(workload.name)) await measure(workload);
}
