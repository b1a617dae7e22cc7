import { withinDeadline } from "../../../actions/wait-for-deadline.js";
import { defineAction, reads } from "../../action.js";
import { boolean, number, text } from "../../field.js";

const input = {
  timeout: number("Seconds for the test.", { default: 10 }),
};

export const testConnectivity = defineAction({
  name: "test_connectivity",
  title: "Test connectivity",
  description:
    "Asks the engine who it is. Address, TLS, credentials and API version are right where it answers.",
  category: "system",
  effect: reads,
  platforms: {
    splunk: { action: "test connectivity", identifier: "test_connectivity", type: "test" },
    xsoar: { command: "test-module", published: true },
  },
  input,
  output: {
    ok: boolean("True: a test that failed has no data.", { required: true }),
    version: text("Version of the engine."),
    apiVersion: text("API version that is spoken."),
  },
  async run({ timeout = 10 }, { client, call }) {
    // The wait for a turn and the question for the version count too.
    const { Version } = await withinDeadline(
      { ...call, timeout: timeout * 1000 },
      (milliseconds) => `The engine has not answered within ${milliseconds} ms.`,
      (during) => client.call("SystemVersion", {}, { ...during, retry: false }),
    );
    const apiVersion = client.agreedVersion ?? "";
    return {
      data: [{ ok: true, version: Version, apiVersion }],
      message: `Engine ${Version} answers, API ${apiVersion}.`,
      summary: { version: Version, apiVersion },
    };
  },
});
