import { type CliCredentials, readCliCredentials } from "../client/cli-credentials.js";
import type { Connection } from "../client/connection.js";
import type { CredentialHelper } from "../client/credential-helper.js";
import { findProgram } from "../client/find-program.js";
import { type Machine, thisMachine } from "../transport/machine.js";
import { type Problem, problemOf } from "./diagnose-problem.js";

/** Where the docker CLI's credentials for registries are. No helper is run, and no credential read. */
export async function diagnoseCredentials(
  { settings }: Connection,
  problems: Problem[],
): Promise<CredentialsDiagnosis> {
  const none = { registries: [], helpers: [] };
  if (settings.cliCredentials === false) return none;
  const machine = thisMachine();
  try {
    const cli = await readCliCredentials(process.env, machine);
    const helpers = await Promise.all([...helpersOf(cli).values()].map((uses) => find(uses, machine)));
    problems.push(...helpers.filter(({ path }) => path === undefined).map(missing));
    return {
      registries: [...new Set([...cli.environment.registries, ...cli.file.registries])].sort(),
      helpers,
    };
  } catch (error) {
    problems.push(problemOf(error));
    return none;
  }
}

export interface CredentialsDiagnosis {
  /** Those with an entry in config.json or DOCKER_AUTH_CONFIG, which a helper may stand behind. */
  readonly registries: readonly string[];
  readonly helpers: readonly HelperDiagnosis[];
}

export interface HelperDiagnosis {
  /** Such as `docker-credential-desktop`. */
  readonly program: string;
  readonly namedBy: string;
  /** The registries it is for; empty: all that have no other. */
  readonly registries: readonly string[];
  /** Where it is; undefined where PATH has no such program. */
  readonly path: string | undefined;
}

interface HelperUses extends CredentialHelper {
  readonly registries: string[];
}

function helpersOf(cli: CliCredentials): Map<string, HelperUses> {
  const uses = new Map<string, HelperUses>();
  if (cli.store) uses.set(cli.store.name, { ...cli.store, registries: [] });
  for (const registry of cli.withHelper) {
    const helper = cli.helperOf(registry);
    if (helper === undefined || helper.name === cli.store?.name) continue;
    const known = uses.get(helper.name) ?? { ...helper, registries: [] };
    known.registries.push(registry);
    uses.set(helper.name, known);
  }
  return uses;
}

async function find(
  { name, namedBy, registries }: HelperUses,
  { platform }: Machine,
): Promise<HelperDiagnosis> {
  const program = `docker-credential-${name}`;
  const isName = /^[A-Za-z0-9_.-]+$/.test(name);
  const path = isName ? await findProgram(program, process.env, platform) : undefined;
  return { program, namedBy, registries, path };
}

function missing({ program, namedBy }: HelperDiagnosis): Problem {
  return {
    what: `The credential helper ${JSON.stringify(program)}, named by ${namedBy}, is not in PATH, or may not be executed.`,
    remedy: `Install it, or take it out of ${namedBy} and log in again with "docker login".`,
  };
}
