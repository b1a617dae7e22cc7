import { defineAction, settles } from "../../action.js";
import { inBody, integer, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  unlock_key: text("The key, which starts with SWMKEY-.", {
    place: inBody("UnlockKey"),
    names: { xsoar: "unlockkey" },
    secret: true,
  }),
};

export const swarmUnlock = defineAction({
  name: "swarm_unlock",
  title: "Unlock swarm manager",
  description: "Unlocks a manager that has restarted and waits for its key.",
  category: "swarm",
  effect: settles,
  platforms: { xsoar: { command: "docker-swarm-unlock", published: true } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("SwarmUnlock", input, () => "Successfully unlocked the swarm manager."),
});
