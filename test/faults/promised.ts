import { expect } from "vitest";
import { ConnectionError, TimeoutError } from "../../src/errors.js";
import type { Operation } from "./operations.js";
import type { Outcome } from "./outcomes.js";
import type { FaultStage, Played } from "./stage.js";
import { faultsOf, type Row } from "./table.js";

/** Plays all operations with the fault of a row, and holds each against its promise. */
export async function keepsPromises(
  stage: FaultStage,
  operations: readonly Operation[],
  row: Row,
  { usual, patience, chunked }: Circumstances,
): Promise<void> {
  const { tcp, deadline } = row;
  const timeout = deadline && { [deadline]: patience };
  const scenes = operations.flatMap((operation) => {
    const outcome = row.outcome(operation.kind);
    return outcome === undefined
      ? []
      : faultsOf(row, operation).map((fault) => ({ operation, outcome, fault, tcp, timeout }));
  });
  const played = await stage.playAll(scenes);
  const told: unknown[] = [];
  const promised: unknown[] = [];
  for (const [index, { operation, outcome }] of scenes.entries()) {
    const came = played[index] as Played; // one for each scene
    const mayBeSpared = deadline !== undefined || (row.chunks === true && !chunked);
    told.push(tell(operation, outcome, came));
    promised.push(
      mayBeSpared && !came.reached
        ? spared(operation, outcome, came, usual, deadline)
        : promise(operation, outcome, row, usual),
    );
  }
  // All in one: what is not as promised stands out in what is compared.
  expect(told).toEqual(promised);
}

export interface Circumstances {
  /** What each operation gives without a fault. */
  readonly usual: ReadonlyMap<string, unknown>;
  /** The deadline for an answer that stays away, in milliseconds. */
  readonly patience: number;
  /** Whether all answers come in chunks. */
  readonly chunked: boolean;
}

type Told = [name: string, came: unknown, attempts: number, remark: string];

function tell({ name }: Operation, outcome: Outcome, played: Played): Told {
  const { result, error, attempts, reached, milliseconds } = played;
  const came = error === undefined ? result : describe(error, outcome);
  return [
    name,
    came,
    attempts,
    milliseconds < 3_000 ? (reached ? "" : "spared") : `after ${milliseconds} ms`,
  ];
}

function promise(operation: Operation, outcome: Outcome, row: Row, usual: Circumstances["usual"]): Told {
  const { name, kind, repeatable, nothing } = operation;
  const isGiven = row.begun === true && kind === "stream";
  const attempts = outcome.repeated && repeatable && !isGiven ? 3 : 1;
  const comes = outcome.error ? outcome.error.type.name : outcome.empty ? nothing : usual.get(name);
  return [name, comes, attempts, ""];
}

/** The fault had no place in the answer, or a slow engine was as silent before. */
function spared(
  { name }: Operation,
  { error }: Outcome,
  { attempts }: Played,
  usual: Circumstances["usual"],
  deadline: unknown,
): Told {
  return [name, deadline && error ? error.type.name : usual.get(name), attempts, "spared"];
}

/** The name of an error that is as promised, or else all that there is to know of it. */
function describe(error: unknown, { error: promised }: Outcome): unknown {
  if (promised === undefined || !(error instanceof promised.type)) return error;
  const { code } = error as { code?: string }; // all of the promised types have one
  if (!promised.says.test(error.message) || code !== promised.code) return error;
  // It may have done its work: nobody may believe that it was not sent.
  const isSent = error instanceof ConnectionError || error instanceof TimeoutError ? !error.unsent : true;
  return isSent ? promised.type.name : error;
}
