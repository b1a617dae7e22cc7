/** A program for terminal.test.ts: shows a job and then fails, ends or waits to be killed, as it is told. */
import { showProgress } from "../../src/console/index.js";
import { jobOf } from "./fake-job.js";

const layer = (id: string, current: number) => ({
  status: "Downloading",
  id,
  progressDetail: { current, total: 4_000_000 },
});
const messages = [
  { status: "Pulling from library/alpine", id: "3" },
  layer("aaaa", 1_000_000),
  layer("bbbb", 1_000_000),
  150,
  layer("bbbb", 3_000_000),
  150,
];
const endings: Readonly<Record<string, (object | number | Error)[]>> = {
  ends: [
    { status: "Pull complete", id: "aaaa" },
    { status: "Pull complete", id: "bbbb" },
  ],
  fails: [new Error("the registry is gone")],
  hangs: [600_000],
};

try {
  process.stdout.write(
    `${await showProgress(jobOf(...messages, ...(endings[process.argv[2] ?? ""] ?? [])))}\n`,
  );
} catch (error) {
  process.stdout.write(`${error}\n`);
}
