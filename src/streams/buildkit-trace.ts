import { ProtocolError } from "../errors.js";
import { asBytes, asDate, asNumber, asText, eachField } from "./protobuf.js";

/**
 * Decodes what BuildKit reports while it builds: a `StatusResponse` of its control API, as base64. Fields that no reader
 * of a build's progress wants are left out, and unknown ones are passed over.
 */
export function decodeTrace(aux: unknown): BuildkitTrace {
  const trace: BuildkitTrace = { vertexes: [], statuses: [], logs: [], warnings: [] };
  eachField(fromBase64(aux), (field, value) => {
    if (field === 1) trace.vertexes.push(toVertex(asBytes(value)));
    else if (field === 2) trace.statuses.push(toStatus(asBytes(value)));
    else if (field === 3) trace.logs.push(toLog(asBytes(value)));
    else if (field === 4) trace.warnings.push(toWarning(asBytes(value)));
  });
  return trace;
}

export interface BuildkitTrace {
  readonly vertexes: BuildkitVertex[];
  readonly statuses: BuildkitStatus[];
  readonly logs: BuildkitLog[];
  readonly warnings: BuildkitWarning[];
}

/** A node of the build's graph: an instruction, or something around them such as loading the context. */
export interface BuildkitVertex {
  digest: string;
  name: string;
  cached: boolean;
  started: Date | undefined;
  completed: Date | undefined;
  /** Empty unless it has failed. */
  error: string;
}

/** What a vertex is busy with. */
export interface BuildkitStatus {
  vertex: string;
  id: string;
  name: string;
  current: number;
  total: number;
  completed: Date | undefined;
}

export interface BuildkitLog {
  vertex: string;
  /** 1 is stdout, 2 is stderr. */
  stream: number;
  /** May begin and end inside a character. */
  message: Buffer;
}

export interface BuildkitWarning {
  vertex: string;
  message: string;
  details: string[];
  url: string;
  file: string;
  line: number | undefined;
}

function toVertex(message: Buffer): BuildkitVertex {
  const vertex: BuildkitVertex = {
    digest: "",
    name: "",
    cached: false,
    started: undefined,
    completed: undefined,
    error: "",
  };
  eachField(message, (field, value) => {
    if (field === 1) vertex.digest = asText(value);
    else if (field === 3) vertex.name = asText(value);
    else if (field === 4) vertex.cached = asNumber(value) !== 0;
    else if (field === 5) vertex.started = asDate(value);
    else if (field === 6) vertex.completed = asDate(value);
    else if (field === 7) vertex.error = asText(value);
  });
  return vertex;
}

function toStatus(message: Buffer): BuildkitStatus {
  const status: BuildkitStatus = {
    vertex: "",
    id: "",
    name: "",
    current: 0,
    total: 0,
    completed: undefined,
  };
  eachField(message, (field, value) => {
    if (field === 1) status.id = asText(value);
    else if (field === 2) status.vertex = asText(value);
    else if (field === 3) status.name = asText(value);
    else if (field === 4) status.current = asNumber(value);
    else if (field === 5) status.total = asNumber(value);
    else if (field === 8) status.completed = asDate(value);
  });
  return status;
}

function toLog(message: Buffer): BuildkitLog {
  const log: BuildkitLog = { vertex: "", stream: 0, message: Buffer.alloc(0) };
  eachField(message, (field, value) => {
    if (field === 1) log.vertex = asText(value);
    else if (field === 3) log.stream = asNumber(value);
    else if (field === 4) log.message = asBytes(value);
  });
  return log;
}

function toWarning(message: Buffer): BuildkitWarning {
  const warning: BuildkitWarning = {
    vertex: "",
    message: "",
    details: [],
    url: "",
    file: "",
    line: undefined,
  };
  eachField(message, (field, value) => {
    if (field === 1) warning.vertex = asText(value);
    else if (field === 3) warning.message = asText(value);
    else if (field === 4) warning.details.push(asText(value));
    else if (field === 5) warning.url = asText(value);
    else if (field === 6) warning.file = toFile(asBytes(value));
    else if (field === 7) warning.line ??= toLine(asBytes(value));
  });
  return warning;
}

/** The name in a `SourceInfo`, which also has the whole file. */
function toFile(message: Buffer): string {
  let file = "";
  eachField(message, (field, value) => {
    if (field === 1) file = asText(value);
  });
  return file;
}

/** The first line of a `Range`, which has two positions of a line and a character. */
function toLine(message: Buffer): number | undefined {
  let line: number | undefined;
  eachField(message, (field, start) => {
    if (field !== 1) return;
    eachField(asBytes(start), (part, value) => {
      if (part === 1) line = asNumber(value);
    });
  });
  return line;
}

function fromBase64(aux: unknown): Buffer {
  // Node's decoder leaves out whatever does not belong, and so what is damaged must be found before it.
  if (typeof aux === "string" && aux.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(aux)) {
    return Buffer.from(aux, "base64");
  }
  throw new ProtocolError("The engine sent a BuildKit message that cannot be read: it is not base64.");
}
