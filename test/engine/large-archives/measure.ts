import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { EngineUnderTest } from "../setup/find-engines.js";

/** Moves a large archive in a process of its own and measures that. */
export async function measure(transfer: Transfer): Promise<Measured> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      "--expose-gc",
      "--import",
      "tsx",
      fileURLToPath(new URL("transfer.ts", import.meta.url)),
      JSON.stringify(transfer),
    ],
    { cwd: fileURLToPath(new URL("../../..", import.meta.url)), timeout: 120_000 },
  );
  const measured: Measured = JSON.parse(stdout);
  const { bytes, seconds, growth, held } = measured;
  process.stdout.write(
    `${transfer.task}: ${megabytes(bytes)} in ${seconds.toFixed(1)} s, ${megabytes(bytes / seconds)}/s; memory grew by ${megabytes(growth)}, of which ${megabytes(held)} were in use half-way\n`,
  );
  return measured;
}

export interface Transfer {
  readonly task: "putArchive" | "getArchive" | "export" | "copyFrom" | "copyTo" | "load" | "save";
  readonly engine: EngineUnderTest;
  /** The length of the content. */
  readonly size: number;
  readonly container?: string;
  readonly image?: string;
  /** Of an image that is made. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Of this machine. */
  readonly file?: string;
}

export interface Measured {
  readonly bytes: number;
  readonly seconds: number;
  /** How much more memory the process took at its most than before, in bytes. */
  readonly growth: number;
  /** How much of it was in use half-way. Nobody can look into the middle of `copyTo` and `copyFrom`: 0. */
  readonly held: number;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
