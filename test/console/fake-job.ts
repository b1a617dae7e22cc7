import { setTimeout as sleep } from "node:timers/promises";
import type { ProgressJob } from "../../src/console/index.js";
import type { BuildEvent } from "../../src/streams/build-event.js";
import { Job } from "../../src/streams/job.js";
import { type ProgressStep, toStep } from "../../src/streams/progress.js";

/** A real job over messages of an engine; a number is a pause in milliseconds, an error breaks the connection. */
export function jobOf(...messages: (object | number | Error)[]): Job<ProgressStep, string> {
  return new Job<ProgressStep, string>(
    async () => {
      const rest = messages.values();
      return {
        async read() {
          for (const message of rest) {
            if (typeof message === "number") await sleep(message);
            else if (message instanceof Error) throw message;
            else return [Buffer.from(`${JSON.stringify(message)}\n`)];
          }
          return null;
        },
        cancel() {},
      };
    },
    {
      take(message, steps) {
        steps.push(toStep(message));
      },
      finish: () => "the result",
    },
  );
}

/** A job of a build whose events are these. */
export function buildOf(...events: (BuildEvent | number)[]): ProgressJob<string> {
  return {
    async *[Symbol.asyncIterator]() {
      for (const event of events) {
        if (typeof event === "number") await sleep(event);
        else yield event;
      }
    },
    // biome-ignore lint/suspicious/noThenProperty: a job can be awaited.
    then: (done, failed) => Promise.resolve("the image").then(done, failed),
  };
}
