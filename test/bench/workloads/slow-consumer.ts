import { setTimeout } from "node:timers/promises";
import { OURS, type Workload } from "../workload.js";
import { builtDocker } from "./built.js";
import { SMALL_FRAME_SHAPES, serveFrames } from "./frames-server.js";

export const slowConsumerWorkload: Workload = {
  name: "slow-consumer",
  about:
    "512 MB of logs and a reader that pauses again and again: what it has not read must wait in the engine, not in this process.",
  shapes: SMALL_FRAME_SHAPES,
  unit: "MB of RSS growth",
  timed: false,
  rounds: 3,
  serve: serveFrames,
  clients: [
    {
      name: OURS,
      async prepare() {
        const Client = await builtDocker();
        return async (socketPath, shape) => {
          let before = 0;
          let peak = 0;
          let bytes = 0;
          let pauseAt = PAUSE_EVERY;
          const docker = new Client({ host: `unix://${socketPath}` });
          for await (const { data } of docker.containers.logs(shape, { tail: `${MEGABYTES}` })) {
            bytes += data.length;
            if (before === 0) before = process.memoryUsage.rss();
            if (bytes < pauseAt) continue;
            pauseAt += PAUSE_EVERY;
            await setTimeout(100);
            peak = Math.max(peak, process.memoryUsage.rss());
          }
          return (peak - before) / 1e6;
        };
      },
    },
  ],
};

const MEGABYTES = 512;
const PAUSE_EVERY = 8e6;
