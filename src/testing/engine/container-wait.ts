import type { Container } from "./container.js";
import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** `POST /containers/{id}/wait`: the headers come at once, the exit code when it is there. */
export async function waitForContainer({ world, exchange, params, query }: Call): Promise<void> {
  const condition = query.get("condition") || "not-running";
  if (!["not-running", "next-exit", "removed"].includes(condition)) {
    throw new Refusal(400, `invalid condition: ${JSON.stringify(condition)}`);
  }
  const container = world.containers.get(params.id ?? "");
  const waiting = exitOf(container, condition, exchange.gone);
  const stream = exchange.stream(200, { "Content-Type": "application/json" });
  const code = await waiting;
  if (code !== undefined) {
    const answer = world.version.era === 20 ? { Error: null, StatusCode: code } : { StatusCode: code };
    await stream.write(`${JSON.stringify(answer)}\n`);
  }
  stream.end();
}

/** Undefined when the client has gone before. */
function exitOf(container: Container, condition: string, gone: AbortSignal): Promise<number | undefined> {
  if (condition === "not-running" && !container.isRunning && container.status !== "restarting") {
    return Promise.resolve(container.exitCode);
  }
  return new Promise((resolve) => {
    const settle = (code: number | undefined) => {
      for (const off of ends) off();
      gone.removeEventListener("abort", leave);
      resolve(code);
    };
    const leave = () => settle(undefined);
    const ends = [
      container.on("removed", settle),
      ...(condition === "removed"
        ? []
        : [
            container.on("exited", (code) => {
              // One that its policy starts again has not come to rest.
              if (condition === "next-exit" || container.status !== "restarting") settle(code);
            }),
          ]),
    ];
    gone.addEventListener("abort", leave, { once: true });
  });
}
