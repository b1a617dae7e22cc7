/**
 * Calls `end` when this process gets a signal that asks it to end. What is called has time to clean up, until it calls the
 * function that is given back: the process ends by the signal when all have done so, as it would have without us.
 *
 * Where somebody else listens for the signal too, the end of the process is theirs to decide, and nothing is raised again.
 */
export function onProcessSignal(end: (signal: NodeJS.Signals) => void): () => void {
  if (waiting.size === 0) for (const signal of endingSignals) process.prependListener(signal, onSignal);
  waiting.add(end);
  if (received?.alone) end(received.signal);
  return () => {
    if (waiting.delete(end) && waiting.size === 0) leave();
  };
}

const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const waiting = new Set<(signal: NodeJS.Signals) => void>();
let received: { readonly signal: NodeJS.Signals; readonly alone: boolean } | undefined;

function onSignal(signal: NodeJS.Signals): void {
  const again = received !== undefined;
  // Ours is called first: who listens only once is still among them.
  const alone = process.listenerCount(signal) === 1;
  received = { signal, alone };
  if (again && alone) {
    // Whoever asks twice does not want to wait.
    waiting.clear();
    leave();
    return;
  }
  for (const end of waiting) end(signal);
}

function leave(): void {
  const last = received;
  received = undefined;
  for (const signal of endingSignals) process.off(signal, onSignal);
  // Without a listener the signal does what it does by default.
  if (last?.alone) process.kill(process.pid, last.signal);
}
