import { inject } from "vitest";
import { dockerFor } from "../docker-for.js";

/** A registry with a login that the engines may reach, and that nobody else may pull from. */
export interface TestRegistry {
  readonly kind: string;
  readonly scheme: "http" | "https";
  readonly address: string;
  readonly login: { readonly username: string; readonly password: string };
  /** Why the tests are skipped on an engine, if they are. */
  unreachable(engine: string): string | undefined;
}

/** The registries that variables name as `user:password@host:port`. */
export async function testRegistries(): Promise<TestRegistry[]> {
  return Promise.all([
    testRegistry("over plain HTTP", "http", "DOCKER_ENGINE_SDK_TEST_REGISTRY"),
    testRegistry("over TLS", "https", "DOCKER_ENGINE_SDK_TEST_REGISTRY_TLS"),
  ]);
}

async function testRegistry(kind: string, scheme: "http" | "https", variable: string): Promise<TestRegistry> {
  const given = process.env[variable] ?? "";
  const [, username, password, address] = /^([^:]+):(.+)@([^@]+)$/.exec(given) ?? [];
  if (username === undefined || password === undefined || address === undefined) {
    // Its value has a password.
    if (given !== "") throw new Error(`${variable} is not of the form user:password@host:port.`);
    return {
      kind,
      scheme,
      address: "registry.invalid",
      login: nobody,
      unreachable: () => `${variable} names none`,
    };
  }
  const login = { username, password };
  const reasons = new Map<string, string | undefined>();
  for (const engine of inject("engines")) {
    await using docker = dockerFor(engine);
    const tried = docker.system.auth(
      { ...login, serveraddress: address },
      { signal: AbortSignal.timeout(5000) },
    );
    reasons.set(engine.name, await tried.then(() => undefined, unreachableBy));
  }
  return { kind, scheme, address, login, unreachable: (engine) => reasons.get(engine) };
}

const nobody = { username: "nobody", password: "nothing" };

/** An engine in another network, or one that was not told to trust the registry. A login that is refused is no such reason. */
function unreachableBy(error: Error): string | undefined {
  if (error.name === "TimeoutError") return "the engine does not reach it in five seconds";
  const reason =
    /connection refused|no route to host|network is unreachable|i\/o timeout|deadline exceeded|no such host|HTTP response to HTTPS client|unknown authority/.exec(
      error.message,
    )?.[0];
  return reason === undefined ? undefined : `the engine does not reach or not trust it: ${reason}`;
}
