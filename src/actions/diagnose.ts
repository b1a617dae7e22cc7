import { answerJson } from "../client/answer-data.js";
import { toApiError } from "../client/api-error.js";
import type { AnyVersion } from "../client/api-version.js";
import { type CallOptions, deadlinesOf } from "../client/call-options.js";
import type { EngineClient } from "../client/client.js";
import type { Connection } from "../client/connection.js";
import { describeEndpoint, type EndpointDescription } from "../transport/describe-endpoint.js";
import { isSuccess } from "../transport/http.js";
import { type CredentialsDiagnosis, diagnoseCredentials } from "./diagnose-credentials.js";
import { type Problem, problemOf } from "./diagnose-problem.js";
import { diagnoseTls, type TlsDiagnosis } from "./diagnose-tls.js";
import { diagnoseVersions, type VersionsDiagnosis } from "./diagnose-versions.js";

/**
 * Finds out how the engine was chosen, whether it can be reached, and what is wrong. It does not fail over what it finds: that
 * stands in `problems`, each with its remedy. Holds no secrets, so it may go into a bug report.
 * @throws signal.reason
 */
export async function diagnose<V extends AnyVersion>(
  client: EngineClient<V>,
  connection: Connection,
  call: Pick<CallOptions, "signal" | "timeout"> = {},
): Promise<Diagnosis> {
  const problems: Problem[] = [];
  const found = async <T>(finding: Promise<T>): Promise<T | undefined> => {
    try {
      return await finding;
    } catch (error) {
      if (call.signal?.aborted) throw call.signal.reason;
      problems.push(problemOf(error));
      return undefined;
    }
  };
  const credentials = await diagnoseCredentials(connection, problems);
  const endpoint = await found(connection.endpoint());
  if (endpoint === undefined) {
    return { endpoint: undefined, proxy: undefined, reachable: false, credentials, problems };
  }
  const { tls: _, ...description } = describeEndpoint(endpoint);
  // What is wrong with it is told by the call that needs it.
  const proxy = await connection.proxy().catch(() => undefined);
  const answer = await found(askVersion(connection, call));
  const tls = await diagnoseTls(connection, endpoint, {
    problems,
    answered: answer !== undefined,
    signal: call.signal,
  });
  const versions =
    answer === undefined ? undefined : await found(diagnoseVersions(client, answer, problems, call));
  return {
    endpoint: description,
    proxy: proxy && { address: proxy.address, source: proxy.source },
    reachable: answer !== undefined,
    ...(tls && { tls }),
    ...(versions && { versions }),
    credentials,
    problems,
  };
}

export interface Diagnosis {
  /** Where the engine is, how that was found, and what was looked at before. Undefined where the settings are broken. */
  readonly endpoint: Omit<EndpointDescription, "tls"> | undefined;
  /** The proxy on the way, without its password. */
  readonly proxy: { readonly address: string; readonly source: string } | undefined;
  /** Whether an engine answered. */
  readonly reachable: boolean;
  /** Where TLS is spoken. */
  readonly tls?: TlsDiagnosis;
  /** Where an engine answered. */
  readonly versions?: VersionsDiagnosis;
  readonly credentials: CredentialsDiagnosis;
  /** Empty where all is well. */
  readonly problems: readonly Problem[];
}

/** Past the negotiation, which would hide an engine that shares no version with us. */
async function askVersion(
  connection: Connection,
  { signal, timeout = 10_000 }: Pick<CallOptions, "signal" | "timeout">,
): Promise<unknown> {
  const path = "/version";
  const deadlines = deadlinesOf("unary", undefined, timeout);
  const answer = await connection.send(
    { method: "GET", path, headers: {}, answer: "bytes", signal, deadlines },
    false,
  );
  if (!isSuccess(answer.status)) throw toApiError(answer, "GET", path, await connection.endpoint());
  return answerJson(answer);
}
