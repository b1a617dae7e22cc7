import { resolve } from "node:path";
import { InvalidArgumentError } from "../errors.js";
import type { TlsOptions } from "./endpoint.js";
import { findPemFiles } from "./pem-files.js";

/**
 * The variable that asks for TLS, if one does: any value but the empty one counts, `0` and `false` too, as for the
 * docker CLI. `DOCKER_CERT_PATH` alone asks for nothing.
 */
export function tlsVariable(environment: NodeJS.ProcessEnv): "DOCKER_TLS_VERIFY" | "DOCKER_TLS" | undefined {
  if (environment.DOCKER_TLS_VERIFY) return "DOCKER_TLS_VERIFY";
  return environment.DOCKER_TLS ? "DOCKER_TLS" : undefined;
}

/**
 * The TLS that the environment asks for. `DOCKER_TLS` alone means TLS that trusts any certificate. The CLI demands a ca.pem
 * in both cases, and takes a missing client certificate for "none".
 */
export async function readEnvironmentTls(
  environment: NodeJS.ProcessEnv,
  cliDirectory: string | undefined,
): Promise<TlsOptions | undefined> {
  const variable = tlsVariable(environment);
  if (variable === undefined) return undefined;
  const directory = environment.DOCKER_CERT_PATH ? resolve(environment.DOCKER_CERT_PATH) : cliDirectory;
  if (directory === undefined) {
    throw new InvalidArgumentError(
      `${variable} asks for TLS, but there is no folder with certificates. Let DOCKER_CERT_PATH name it.`,
    );
  }
  const files = await findPemFiles(directory);
  if (files.ca === undefined) {
    throw new InvalidArgumentError(
      `${variable} asks for TLS, but there is no ca.pem in ${directory}. Put the engine's authority there, let DOCKER_CERT_PATH name the right folder, or unset ${variable}.`,
    );
  }
  return variable === "DOCKER_TLS" ? { ...files, rejectUnauthorized: false } : files;
}
