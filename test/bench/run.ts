/**
 * `npm run bench` measures everything and writes docs/benchmarks.md with its chart; `npm run bench -- logs cold-start` measures
 * the parts that are named and only prints.
 */
import { measureBundle } from "./bundle.js";
import { measureColdStart } from "./cold-start.js";
import { measureInstall } from "./install.js";
import { writePage } from "./page.js";
import { measureWorkload } from "./runner.js";
import { printSection, type Section } from "./section.js";
import { workloads } from "./workloads.js";

const parts: readonly { readonly name: string; measure(): Promise<Section[]> }[] = [
  ...workloads.map((workload) => ({ name: workload.name, measure: () => measureWorkload(workload) })),
  { name: "cold-start", measure: measureColdStart },
  { name: "install", measure: measureInstall },
  { name: "bundle", measure: measureBundle },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`No part "${unknown.join('", "')}". There are: ${parts.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}

const started = performance.now();
const sections: Section[] = [];
for (const { name, measure } of parts) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const measured = await measure();
  for (const section of measured) if (section.rows.length > 0) printSection(section);
  sections.push(...measured);
}
const minutes = (performance.now() - started) / 60_000;
console.log(`\n${minutes.toFixed(1)} minutes.`);
if (wanted.length === 0) await writePage(sections);
else console.log("The page stays as it is: it is written when all parts are measured.");
