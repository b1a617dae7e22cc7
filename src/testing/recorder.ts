import { writeFile } from "node:fs/promises";
import { Connection } from "../client/connection.js";
import type { DockerOptions } from "../client/options.js";
import { type ListenOptions, startHost } from "./http-host.js";
import { record } from "./record.js";
import { type RecordedExchange, recordingFormat, recordingText } from "./recording.js";
import { hiding } from "./recording-secrets.js";

/**
 * Stands between a client and a real engine, passes everything through, and writes what was said to a file when it stops:
 * `startReplay` answers from it. Credentials for registries are not written.
 * @throws InvalidArgumentError when an option is wrong; an error of the file system when the file cannot be written
 * @example
 * await using recorder = await startRecorder({ target: "unix:///var/run/docker.sock", file: "recording.json" });
 * await myProgram(new Docker({ host: recorder.host }));
 */
export async function startRecorder(options: RecorderOptions): Promise<Recorder> {
  const { target, file, listen, secrets = [] } = options;
  const connection = new Connection(typeof target === "string" ? { host: target } : target);
  const exchanges: RecordedExchange[] = [];
  const hide = hiding(secrets);
  const underWay = new Set<Promise<void>>();
  const write = () => writeFile(file, recordingText({ format: recordingFormat, exchanges }));
  // What cannot be written is better known before the work than after it.
  await write();
  const { host, stop } = await startHost({
    listen,
    async handle(exchange) {
      const recorded = record(exchange, { connection, exchanges, hide });
      underWay.add(recorded);
      await recorded.finally(() => underWay.delete(recorded));
    },
  });
  let stopped: Promise<void> | undefined;
  const end = async () => {
    await stop();
    await connection.close();
    await Promise.allSettled(underWay);
    await write();
  };
  const stopOnce = () => {
    stopped ??= end();
    return stopped;
  };
  return { host, stop: stopOnce, [Symbol.asyncDispose]: stopOnce };
}

export interface RecorderOptions extends ListenOptions {
  /** The engine: its address, or options as `new Docker` takes them. */
  readonly target: string | Omit<DockerOptions, "fetch">;
  /** Where the recording goes. What is there is overwritten. */
  readonly file: string;
  /**
   * Texts that must not be written, besides the secrets that are known by their names: they are replaced wherever they stand, in paths and
   * names too. Two things hide them: output that came in parts with the cut within the text, and base64.
   */
  readonly secrets?: readonly string[];
}

export interface Recorder extends AsyncDisposable {
  /** The address for the client that is to be recorded. */
  readonly host: string;
  /** Ends every connection and writes the file. */
  stop(): Promise<void>;
}
