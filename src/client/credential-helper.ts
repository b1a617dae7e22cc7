import { type DockerError, InvalidArgumentError, TimeoutError } from "../errors.js";
import { conceal } from "../transport/conceal.js";
import { fileErrorCode } from "../transport/file-error.js";
import { isJsonObject, type JsonObject } from "../transport/json-object.js";
import { type ProgramOutcome, runBounded } from "./bounded-program.js";
import { findProgram } from "./find-program.js";
import { type AuthConfig, withoutGaps } from "./registry-auth.js";
import { registryOf, serverAddressOf } from "./registry-name.js";

/** A program `docker-credential-<name>`, which keeps credentials in place of config.json. */
export interface CredentialHelper {
  readonly name: string;
  /** For messages: `"credsStore" in /home/ada/.docker/config.json`. */
  readonly namedBy: string;
}

/** How helpers are run. */
export interface HelperOptions {
  /** Of the process; `PATH` says where the helpers are. */
  readonly environment: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Milliseconds for one run. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

/** Asks a helper for the credentials for a registry; without fields where it has none. */
export async function askHelper(
  helper: CredentialHelper,
  registry: string,
  options: HelperOptions,
): Promise<AuthConfig> {
  const serveraddress = serverAddressOf(registry);
  const outcome = await run(helper, "get", serveraddress, options);
  if (outcome.end !== "exit code 0") {
    // The words of the protocol, on stdout as every helper's own words are.
    if (outcome.stdout.trim() === "credentials not found in native keychain") return {};
    throw failed(helper, `the credentials for ${registry}`, outcome);
  }
  const { Username: username, Secret: secret } = parseAnswer(helper, outcome);
  if (typeof username !== "string" || typeof secret !== "string") throw misunderstood(helper);
  if (username === "" && secret === "") return {};
  return conceal(
    withoutGaps(
      username === "<token>"
        ? { identitytoken: secret, serveraddress }
        : { username, password: secret, serveraddress },
    ),
  );
}

/** The registries that a helper has credentials for. */
export async function listHelper(helper: CredentialHelper, options: HelperOptions): Promise<string[]> {
  // Nothing is asked of it, but some helpers do not start before they have read something.
  const outcome = await run(helper, "list", "unused", options);
  if (outcome.end !== "exit code 0") throw failed(helper, "the registries it knows", outcome);
  const registries = Object.keys(parseAnswer(helper, outcome)).map(registryOf);
  return [...new Set(registries.filter((registry) => registry !== undefined))];
}

async function run(
  helper: CredentialHelper,
  verb: "get" | "list",
  input: string,
  { environment, platform, timeout, signal }: HelperOptions,
): Promise<ProgramOutcome> {
  signal?.throwIfAborted();
  if (!/^[A-Za-z0-9_.-]+$/.test(helper.name)) {
    throw new InvalidArgumentError(
      `${helper.namedBy} must be the end of a program's name after "docker-credential-": letters, digits and _ . - only.`,
    );
  }
  const file = await findProgram(programOf(helper), environment, platform);
  if (file === undefined) {
    throw new InvalidArgumentError(
      `${called(helper)} is not in PATH, or may not be executed. ${remedy(helper)}`,
    );
  }
  let outcome: ProgramOutcome;
  try {
    outcome = await runBounded(file, [verb], {
      input,
      environment,
      platform,
      timeout,
      limit: 1_048_576,
      signal,
    });
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw new InvalidArgumentError(
      `${called(helper)} cannot be started (${fileErrorCode(cause)}): ${file}. ${remedy(helper)}`,
      { cause },
    );
  }
  if (outcome.end === "too much") {
    throw new InvalidArgumentError(`${called(helper)} answered with more than a megabyte. ${remedy(helper)}`);
  }
  if (outcome.end === "too long") {
    throw new TimeoutError(
      `${called(helper)} gave no answer within ${timeout} ms${words(outcome)}. Does it wait for somebody to unlock its store? ${remedy(helper)}`,
      { phase: "total", milliseconds: timeout, unsent: true },
    );
  }
  return outcome;
}

/** The parser's own error is dropped: it quotes the text, which is the secret. */
function parseAnswer(helper: CredentialHelper, { stdout }: ProgramOutcome): JsonObject {
  let answer: unknown;
  try {
    answer = JSON.parse(stdout);
  } catch {
    throw misunderstood(helper);
  }
  if (!isJsonObject(answer)) throw misunderstood(helper);
  return answer;
}

function failed(helper: CredentialHelper, what: string, outcome: ProgramOutcome): DockerError {
  return new InvalidArgumentError(
    `${called(helper)} did not give ${what}: it ended with ${outcome.end}${words(outcome)}. ` +
      `What it wrote to stdout is not shown, for it may be a secret. ${remedy(helper)}`,
  );
}

function misunderstood(helper: CredentialHelper): DockerError {
  return new InvalidArgumentError(
    `${called(helper)} answered in a form that no credential helper has. ${remedy(helper)}`,
  );
}

/** A control character could rewrite the terminal this is printed on. */
function words({ stderr }: ProgramOutcome): string {
  const text = stderr.replace(/[^\P{Cc}\n\t]/gu, "").trim();
  return text === "" ? "" : `, saying: ${text}`;
}

function called(helper: CredentialHelper): string {
  return `The credential helper ${programOf(helper)}, named by ${helper.namedBy},`;
}

function programOf({ name }: CredentialHelper): string {
  return `docker-credential-${name}`;
}

function remedy({ namedBy }: CredentialHelper): string {
  return `Repair it, take it out of ${namedBy}, or give the credentials in the option registryAuth, where {} means none.`;
}
