import {
  beforeChunk,
  behindChunk,
  behindHead,
  byte,
  cut,
  drip,
  type Fault,
  garbage,
  halfClose,
  inBody,
  inHeader,
  page,
  reset,
  stall,
  withHeaders,
} from "../helpers/faults.js";
import type { Kind, Operation } from "./operations.js";
import { type Outcome, outcomes } from "./outcomes.js";

/**
 * What a fault in every answer to a call comes to, by the way that the answer comes. A dash stands where the fault cannot be.
 * What has no body is complete with its head. A connection that is handed over ends with what it is: only inside a frame
 * can an end be known for a cut.
 */
const table = `
  fault                              | whole    | bare     | stream   | job      | connection
  cut before the head                | broken   | broken   | broken   | broken   | broken
  cut in the head                    | broken   | broken   | broken   | broken   | broken
  cut in a header                    | broken   | broken   | broken   | broken   | broken
  cut behind the head                | broken   | done     | broken   | broken   | ended
  cut in the body                    | broken   | -        | broken   | broken   | cut short
  reset before the head              | broken   | broken   | broken   | broken   | broken
  reset in a header                  | broken   | broken   | broken   | broken   | broken
  reset behind the head              | broken   | done     | broken   | broken   | broken
  reset in the body                  | broken   | -        | broken   | broken   | broken
  half-closed before the head        | broken   | broken   | broken   | broken   | broken
  half-closed in a header            | broken   | broken   | broken   | broken   | broken
  half-closed behind the head        | broken   | done     | broken   | broken   | ended
  half-closed in the body            | broken   | -        | broken   | broken   | cut short
  silent before the head             | unbegun  | unbegun  | unbegun  | unbegun  | unbegun
  silent in a header                 | unbegun  | unbegun  | unbegun  | unbegun  | unbegun
  silent behind the head             | silent   | done     | silent   | silent   | silent
  silent in the body                 | silent   | -        | silent   | silent   | silent
  byte by byte                       | done     | done     | done     | done     | done
  another protocol's greeting        | no HTTP  | no HTTP  | no HTTP  | no HTTP  | no HTTP
  binary in place of the head        | no HTTP  | no HTTP  | no HTTP  | no HTTP  | no HTTP
  binary in a header                 | no HTTP  | no HTTP  | no HTTP  | no HTTP  | no HTTP
  no length where a chunk begins     | no HTTP  | -        | no HTTP  | no HTTP  | -
  no length behind a chunk           | no HTTP  | -        | no HTTP  | no HTTP  | -
  two lengths                        | false    | false    | false    | false    | false
  a length and chunks                | false    | false    | false    | false    | false
  chunks and a length                | no HTTP  | no HTTP  | no HTTP  | no HTTP  | no HTTP
  another content type               | done     | done     | done     | done     | done
  a page with status 502             | gone     | gone     | gone     | gone     | gone
  a page with status 503             | away     | away     | away     | away     | away
`;

const faults: Readonly<Record<string, FaultCase>> = {
  "cut before the head": { fault: cut(byte(0)) },
  "cut in the head": { fault: cut(byte(7)) },
  "cut in a header": { fault: cut(inHeader) },
  "cut behind the head": { fault: cut(behindHead), begun: true },
  "cut in the body": { fault: (at) => cut(inBody(at)), begun: true },
  "reset before the head": { fault: reset(byte(0)), tcp: true },
  "reset in a header": { fault: reset(inHeader), tcp: true },
  "reset behind the head": { fault: reset(behindHead), tcp: true, begun: true },
  "reset in the body": { fault: (at) => reset(inBody(at)), tcp: true, begun: true },
  "half-closed before the head": { fault: halfClose(byte(0)) },
  "half-closed in a header": { fault: halfClose(inHeader) },
  "half-closed behind the head": { fault: halfClose(behindHead), begun: true },
  "half-closed in the body": { fault: (at) => halfClose(inBody(at)), begun: true },
  "silent before the head": { fault: stall(byte(0)), deadline: "headers" },
  "silent in a header": { fault: stall(inHeader), deadline: "headers" },
  "silent behind the head": { fault: stall(behindHead), deadline: "idle" },
  "silent in the body": { fault: (at) => stall(inBody(at)), deadline: "idle" },
  "byte by byte": { fault: drip },
  "another protocol's greeting": { fault: garbage(byte(0), "SSH-2.0-OpenSSH_9.2\r\n") },
  "binary in place of the head": { fault: garbage(byte(0), "\x16\x03\x01\0\xff\xfe\r\n\r\n") },
  "binary in a header": { fault: garbage(inHeader, "\0\x01\xff\r\n\r\n") },
  "no length where a chunk begins": { fault: garbage(beforeChunk, "no length\r\n"), chunks: true },
  "no length behind a chunk": { fault: garbage(behindChunk, "no length\r\n"), chunks: true },
  "two lengths": { fault: withHeaders(["Transfer-Encoding", "Content-Length: 10", "Content-Length: 11"]) },
  "a length and chunks": { fault: withHeaders(["Content-Length: 10", "Transfer-Encoding: chunked"]) },
  "chunks and a length": { fault: withHeaders(["Transfer-Encoding: chunked", "Content-Length: 10"]) },
  "another content type": { fault: withHeaders(["Content-Type: text/plain; charset=utf-8"]) },
  "a page with status 502": { fault: page(502, "Bad Gateway") },
  "a page with status 503": { fault: page(503, "Service Unavailable", { "Retry-After": "0" }) },
};

interface FaultCase {
  /** Or how it is made from a place in the body. */
  readonly fault: Fault | ((at: number) => Fault);
  /** It can only be in an answer that comes in chunks. */
  readonly chunks?: boolean;
  /** Over TCP. */
  readonly tcp?: boolean;
  /** The deadline that ends the silence. */
  readonly deadline?: "headers" | "idle";
  /** The answer has begun: where it is given as it comes, the call is not repeated any more. */
  readonly begun?: boolean;
}

export interface Row extends FaultCase {
  readonly name: string;
  outcome(kind: Kind): Outcome | undefined;
}

export const rows: readonly Row[] = parse(table);

/** All the ways in which a row's fault can be in the answer to an operation. */
export function faultsOf({ fault }: Row, { inside }: Operation): readonly Fault[] {
  return typeof fault === "function" ? inside.map(fault) : [fault];
}

function parse(text: string): Row[] {
  const [header = [], ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return lines.map(([name = "", ...cells]) => {
    const fault = faults[name];
    if (fault === undefined) throw new Error(`There is no fault "${name}".`);
    const outcome = (kind: Kind) => {
      const cell = cells[header.indexOf(kind) - 1] ?? "";
      if (cell !== "-" && outcomes[cell] === undefined) throw new Error(`There is no outcome "${cell}".`);
      return outcomes[cell];
    };
    return { name, ...fault, outcome };
  });
}
