import type { Round } from "../round.js";
import type { World } from "./world.js";

/** What the engine tells about itself. Last of a tour, when there are events to tell. */
export async function tourSystem(round: Round, { startedAt }: World): Promise<void> {
  await round.ask("SystemInfo");
  await round.ask("SystemVersion");
  await round.ask("SystemPing");
  await round.ask("SystemPingHead");
  await round.ask("SystemDataUsage");
  if (round.since("1.42")) {
    // Before 1.44 engine 26.1 breaks the connection when it is asked for the build cache alone.
    const buildCache = round.since("1.44") ? ["build-cache"] : ["build-cache", "image"];
    for (const type of ["container", "image", "volume", buildCache])
      await round.ask("SystemDataUsage", { query: { type } });
  }
  const until = Math.floor(Date.now() / 1000);
  await round.ask("SystemEvents", { query: { since: startedAt, until } });
  await round.ask("SystemEvents", { query: { since: startedAt, until, filters: { type: ["network"] } } });
  await round.probe("SystemAuth", {
    body: { username: "nobody", password: "nothing", serveraddress: "http://127.0.0.1:9" },
  });
}
