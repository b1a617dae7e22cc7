import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./built-file.js";
import { chart } from "./chart.js";
import { machineFacts } from "./machine.js";
import type { Section } from "./section.js";

/** Writes docs/benchmarks.md and the chart that it shows. */
export async function writePage(sections: readonly Section[]): Promise<void> {
  const docs = join(root, "docs");
  await writeFile(join(docs, "benchmarks.svg"), chart(sections));
  await writeFile(join(docs, "benchmarks.md"), page(sections));
  console.log("Wrote docs/benchmarks.md and docs/benchmarks.svg.");
}

function page(sections: readonly Section[]): string {
  let about = "";
  const tables = sections.flatMap((section) => {
    const sentence = section.about === about ? [] : [section.about, ""];
    about = section.about;
    const { title, columns, rows } = section;
    return [`## ${title}`, "", ...sentence, ...(rows.length > 0 ? table([columns, ...rows]) : [])];
  });
  return `${[...intro, ...table([["This run", ""], ...machineFacts()]), ...tables].join("\n").trimEnd()}\n`;
}

const intro = [
  "# Benchmarks",
  "",
  "`npm run bench` wrote this page; no number on it was typed in. `npm run bench -- logs` measures one part and prints it.",
  "",
  "Each client runs in a process of its own and does the same work against the same server, which is in another process. The",
  "clients take turns, round by round; the figures are medians. The first line of each table is the floor: the same bytes",
  "read with nothing but undici or a bare socket. `time` is how many times as long as the floor a client takes, `speed` the",
  "same the other way round, `CPU` the same for the processor time of its process.",
  "",
  "![Time as a multiple of the floor, for each workload and client](benchmarks.svg)",
  "",
];

function table([head = [], ...rows]: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line), ""];
}
