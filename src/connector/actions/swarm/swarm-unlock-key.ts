import { defineAction, reads } from "../../action.js";
import { text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {};

export const swarmUnlockKey = defineAction({
  name: "swarm_unlock_key",
  title: "Get unlock key",
  description: "Reads the key that unlocks a manager after a restart; empty where managers do not lock.",
  category: "swarm",
  effect: reads,
  platforms: {
    xsoar: { command: "docker-swarm-unlockkey", prefix: "Docker.UnlockKeyResponse", published: true },
  },
  input,
  output: {
    UnlockKey: text("A secret that starts with SWMKEY-; empty while managers are not locked.", {
      required: true,
      secret: true,
    }),
  },
  run: operation("SwarmUnlockkey", input, (_values, [answer]) =>
    answer?.UnlockKey ? "Read the unlock key." : "Managers of this swarm do not lock: there is no key.",
  ),
});
