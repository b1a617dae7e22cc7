import type { CallOptions } from "../../../client/call-options.js";
import type { ActionContext } from "../../action.js";
import { inOptions, integer, text } from "../../field.js";

/** What actions that stop a container take for the way in which it is stopped. */
export const stopSignal = text(
  "Signal that asks for the stop, by name or number. Without it the container's StopSignal, else SIGTERM.",
  { place: inOptions("signal"), since: "1.42" },
);

export const stopTimeout = integer(
  "Seconds from the stop signal to SIGKILL; -1 never kills. Without it the container's StopTimeout counts, else 10.",
  { min: -1, place: inOptions("timeout") },
);

/** A stop that never kills lasts as long as the program likes: this is the end of the wait for it. */
export const stopBounds = { time: 600_000, bytes: 1024, items: 1 };

/** The engine answers when the container has stopped: what a request may take counts from the end of the grace time. */
export function withGrace(context: ActionContext, seconds: number | undefined): ActionContext {
  if (seconds === undefined) return context;
  const call: CallOptions = { ...context.call, timeout: patience(context, seconds) };
  return { ...context, call };
}

function patience({ settings, bounds }: ActionContext, seconds: number): number {
  if (seconds < 0) return bounds.time;
  const usual = settings.timeout ?? 60;
  return usual === 0 ? 0 : (usual + seconds) * 1000;
}
