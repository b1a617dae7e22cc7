import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { CallOptions } from "../client/call-options.js";

/**
 * Tries to connect from here, again and again with growing pauses, until a connection is made and lasts. One that is
 * closed at once without a byte was an engine's proxy that found nobody behind it. A program that does the same cannot be
 * told from that, and one that lets the connection be made and never answers counts as open.
 */
export async function answersAt(
  place: () => { host: string; port: number },
  { signal }: CallOptions,
): Promise<void> {
  for (let pause = 50; ; pause = Math.min(pause * 2, 1000)) {
    if (await answers(place(), signal)) return;
    await sleep(pause, undefined, { signal }).catch((error: unknown) => {
      throw signal?.aborted ? signal.reason : error; // an abort comes wrapped
    });
  }
}

async function answers(
  { host, port }: { host: string; port: number },
  signal: AbortSignal | undefined,
): Promise<boolean> {
  signal?.throwIfAborted();
  const socket = connect({ host, port });
  let timer = setTimeout(() => socket.destroy(), longestConnect);
  const abort = () => socket.destroy();
  signal?.addEventListener("abort", abort);
  try {
    return await new Promise<boolean>((resolve) => {
      socket.once("connect", () => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve(true), lasting);
      });
      socket.once("data", () => resolve(true));
      socket.once("end", () => resolve(false));
      socket.once("error", () => resolve(false)); // refused, reset, no such host: not yet
      socket.once("close", () => resolve(false));
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
    socket.destroy();
  }
}

/** Milliseconds. */
const longestConnect = 5000;

/** Milliseconds. A proxy has tried its side long before. */
const lasting = 250;
