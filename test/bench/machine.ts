import { createRequire } from "node:module";
import { cpus, release, totalmem, type } from "node:os";

/** What the figures were measured on. */
export function machineFacts(): readonly (readonly [string, string])[] {
  const [cpu] = cpus();
  const { version: undici } = createRequire(import.meta.url)("undici/package.json") as { version: string }; // of every package
  return [
    ["CPU", cpu?.model.trim() ?? "unknown"],
    ["Cores", String(cpus().length)],
    ["Memory", `${(totalmem() / 1e9).toFixed(1)} GB`],
    ["Kernel", `${type()} ${release()}`],
    ["Node", process.version],
    ["undici", undici],
    ["Date", new Date().toISOString().slice(0, 10)],
  ];
}
