import { randomUUID } from "node:crypto";
import { Session } from "../../../resources/session.js";
import { changes, defineAction } from "../../action.js";
import { text } from "../../field.js";

export const startSession = defineAction({
  name: "start_session",
  title: "Start interactive session",
  description:
    "Opens a session for BuildKit and closes it again, which tells whether the engine offers them. Builds open their own.",
  category: "system",
  effect: changes,
  platforms: { xsoar: { command: "docker-session" } },
  input: {},
  output: { id: text("Id of the session.", { required: true }) },
  async run(_values, { client, call }) {
    const id = randomUUID();
    const connection = await new Session(client).open(
      { id, methods: ["/grpc.health.v1.Health/Check"] },
      call,
    );
    connection.destroy();
    return { data: [{ id }], message: "The engine offers sessions of BuildKit." };
  },
});
