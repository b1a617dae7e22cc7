import { type Diagnosis, diagnose } from "../actions/diagnose.js";
import { problemOf } from "../actions/diagnose-problem.js";
import { EngineClient } from "../client/client.js";
import { Connection } from "../client/connection.js";
import type { DockerOptions } from "../client/options.js";

/** A diagnosis for options with which perhaps no client can be made. */
export async function diagnoseOptions(options: DockerOptions): Promise<Diagnosis> {
  let connection: Connection | undefined;
  try {
    connection = new Connection(options);
    return await diagnose(new EngineClient(connection), connection);
  } catch (error) {
    return {
      endpoint: undefined,
      proxy: undefined,
      reachable: false,
      credentials: { registries: [], helpers: [] },
      problems: [problemOf(error)],
    };
  } finally {
    await connection?.close();
  }
}
