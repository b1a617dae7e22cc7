import { readFile } from "node:fs/promises";
import { InvalidArgumentError } from "../errors.js";
import { faultOf } from "./checked-exchange.js";
import type { RecordedBytes } from "./recorded-bytes.js";

/** What a recorder writes: JSON that people can read, review and put under version control. */
export interface Recording {
  readonly format: typeof recordingFormat;
  /** In the order in which they began. */
  readonly exchanges: readonly RecordedExchange[];
}

export const recordingFormat = "docker-engine-sdk recording 1";

/** A request and what it was answered. */
export interface RecordedExchange {
  readonly method: string;
  /** Without the version and the query. */
  readonly path: string;
  readonly operation?: string | undefined;
  readonly version?: string | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** JSON as such; of anything else the size and a hash. */
  body?: unknown;
  /** Not there where none came. */
  answer?: RecordedAnswer;
}

export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body; of an answer that goes on for a time there are `pieces`. */
  body?: RecordedBytes;
  /** The body as it came, or what came over a connection that was handed over. */
  readonly pieces?: RecordedPiece[];
  /** How it ended, where not by its own end: the connection broke, or the client left. */
  end?: "broken" | "left";
  /** It is longer than a recording keeps. */
  tooLong?: true;
}

/** What came at a time. */
export interface RecordedPiece {
  /** How many requests had begun by then. */
  readonly after: number;
  /** How many bytes the client had sent over the handed-over connection by then. */
  readonly input?: number | undefined;
  /** Whether the client had closed its side by then. */
  readonly inputEnded?: true | undefined;
  /** Not there for the end. */
  readonly bytes?: RecordedBytes | undefined;
}

/** @throws InvalidArgumentError where the file is not there or no recording */
export async function readRecording(file: string): Promise<Recording> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new InvalidArgumentError(
      `The recording ${file} cannot be read (${error.code}). Make it with startRecorder first.`,
    );
  });
  const recording = parsed(text);
  if (recording?.format !== recordingFormat || !Array.isArray(recording.exchanges)) {
    throw new InvalidArgumentError(
      `${file} is no recording that this version reads (format "${recordingFormat}"). Record it again.`,
    );
  }
  for (const [index, exchange] of recording.exchanges.entries()) {
    const fault = faultOf(exchange);
    if (fault === undefined) continue;
    throw new InvalidArgumentError(
      `The recording ${file} is broken: exchanges[${index}] ${fault}. Mend it, or record it again.`,
    );
  }
  return recording;
}

export function recordingText(recording: Recording): string {
  return `${JSON.stringify(recording, null, 2)}\n`;
}

function parsed(text: string): Recording | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // Its parts are looked at before anybody uses it.
    return typeof value === "object" && value !== null ? (value as Recording) : undefined;
  } catch {
    return undefined;
  }
}
