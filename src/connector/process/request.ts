import { InvalidArgumentError } from "../../errors.js";
import type { ExecuteOptions } from "../connector.js";
import type { Envelope } from "../envelope.js";
import { folderSink } from "../files.js";
import { fromPlatform, isPlatform, type Platform, platforms, project } from "../projection/index.js";
import { TooLong } from "./bounded-lines.js";

/** What a platform's process asks for in one message. */
export interface ConnectorRequest {
  /** The settings, as `createConnector` takes them. */
  readonly config: unknown;
  readonly action: string;
  readonly params: unknown;
  readonly options: Omit<ExecuteOptions, "signal" | "onProgress">;
  /** Whose way of sending and getting things counts. */
  readonly platform: Platform | undefined;
}

/** The answer: the envelope and, for a platform, what its module hands on, in place of the same data once more. */
export function answerOf({ platform }: Pick<ConnectorRequest, "platform">, envelope: Envelope): object {
  if (platform === undefined) return envelope;
  return { ...envelope, data: [], projection: project(platform, envelope) };
}

/**
 * Reads a line.
 * @throws InvalidArgumentError without the line, which can hold secrets
 */
export function parseMessage(line: string | TooLong): unknown {
  if (line instanceof TooLong) throw new InvalidArgumentError("the line is too long.");
  try {
    return JSON.parse(line);
  } catch {
    throw new InvalidArgumentError("the line is not JSON.");
  }
}

/**
 * Reads a request from JSON.
 * @throws InvalidArgumentError without any value of it, which could be a secret
 */
export function parseRequest(value: unknown, fallback?: unknown): ConnectorRequest {
  if (!isObject(value)) throw new InvalidArgumentError("the request must be a JSON object.");
  const known = ["config", "action", "params", "files", "output", "dryRun", "bounds", "platform"];
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(
      `the request has no member ${JSON.stringify(unknown[0]?.slice(0, 100))}; there are: ${known.join(", ")}.`,
    );
  }
  const { config = fallback, action, params = {}, files, output, dryRun, bounds, platform } = value;
  if (typeof action !== "string" || action === "") {
    throw new InvalidArgumentError("action of the request is missing: give the name of an action.");
  }
  if (!isObject(config))
    throw new InvalidArgumentError("config of the request must be an object of settings.");
  if (platform !== undefined && !isPlatform(platform)) {
    throw new InvalidArgumentError(`platform of the request must be one of ${platforms.join(", ")}.`);
  }
  const asked = { config, action, params };
  return {
    ...(platform === undefined ? asked : fromPlatform(platform, asked)),
    platform,
    options: {
      ...(files !== undefined && { files: paths(files) }),
      ...(dryRun !== undefined && { dryRun: dryRun === true || dryRun === "true" }),
      ...(bounds !== undefined && { bounds: limits(bounds) }),
      ...(output !== undefined && { sink: folderSink(folder(output)) }),
    },
  };
}

function paths(files: unknown): Readonly<Record<string, string>> {
  if (isObject(files) && Object.values(files).every((path) => typeof path === "string")) {
    return files as Record<string, string>; // seen just here
  }
  throw new InvalidArgumentError("files of the request must be an object of paths by name.");
}

function folder(output: unknown): string {
  if (typeof output === "string" && output !== "") return output;
  throw new InvalidArgumentError("output of the request must be the path of a folder.");
}

function limits(bounds: unknown): NonNullable<ExecuteOptions["bounds"]> {
  const isLimit = ([name, limit]: [string, unknown]) =>
    ["time", "bytes", "items"].includes(name) && typeof limit === "number" && limit >= 0;
  if (isObject(bounds) && Object.entries(bounds).every(isLimit)) return bounds;
  throw new InvalidArgumentError(
    "bounds of the request must be numbers: time in milliseconds, bytes, items.",
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
