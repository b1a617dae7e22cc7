import { actionNames } from "../catalogue.js";
import type { Envelope } from "../envelope.js";
import { answer } from "./answer.js";
import { readable } from "./readable.js";
import { xsoarContext } from "./xsoar-context.js";

/** What a command of XSOAR returns, or the text of the error that it ends with. */
export type XsoarProjection = { readonly results: XsoarResults | "ok" } | { readonly error: string };

/** The arguments of `CommandResults`, by their names. */
export interface XsoarResults {
  readonly readable_output: string;
  readonly outputs_prefix: string;
  readonly outputs_key_field: string;
  readonly outputs: unknown;
  readonly raw_response: unknown;
}

/** The answer under the action's place in the context, and as a table to read. The test of an instance wants one word. */
export function forXsoar(envelope: Envelope): XsoarProjection {
  const { action, error, message } = envelope;
  if (error) return { error: message };
  if (action === "test_connectivity") return { results: "ok" };
  const known = actionNames.get(action);
  const { prefix, keyField } = xsoarContext(action, known?.platforms.xsoar);
  // Playbooks know an answer without a body by this name.
  const outputs = answer(envelope, (status, added) => ({
    ...(status && { "Status Code": status }),
    ...added,
  }));
  return {
    results: {
      readable_output: readable(envelope, known?.output ?? {}),
      outputs_prefix: prefix,
      outputs_key_field: keyField,
      outputs,
      raw_response: outputs,
    },
  };
}
