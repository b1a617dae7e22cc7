import { defineAction, reads } from "../../action.js";
import { choice, text } from "../../field.js";

const input = {
  method: choice("How to ask: GET has a body in its answer, HEAD has none.", ["GET", "HEAD"], {
    default: "GET",
  }),
};

export const ping = defineAction({
  name: "ping",
  title: "Ping",
  description: "Asks whether the engine answers at all.",
  category: "system",
  effect: reads,
  platforms: { fortisoar: { operation: "ping" }, xsoar: { command: "docker-system-ping" } },
  aliases: ["docker-system-ping-head"],
  input,
  output: { value: text("What the engine said: OK.") },
  async run({ method }, { client, call }) {
    const operation = method === "HEAD" ? "SystemPingHead" : "SystemPing";
    await client.call(operation, {}, call);
    return { data: [{ value: "OK" }], message: "The engine answers." };
  },
});
