import { importBusybox } from "../../../scripts/engine/busybox.js";
import { call, type EngineAddress } from "../../../scripts/engine/plain-call.js";

/**
 * The engines to test, with the test image in them: those of DOCKER_ENGINE_SDK_TEST_HOSTS, which must all answer, else DOCKER_HOST, else the default
 * socket. TCP addresses are spoken to over TLS with the files in DOCKER_ENGINE_SDK_TEST_CERT_PATH or, with DOCKER_TLS_VERIFY, in
 * DOCKER_CERT_PATH.
 */
export async function findEngines(env: NodeJS.ProcessEnv): Promise<FoundEngines> {
  const certPath =
    env.DOCKER_ENGINE_SDK_TEST_CERT_PATH ?? (env.DOCKER_TLS_VERIFY ? env.DOCKER_CERT_PATH : undefined);
  const named = parseHosts(env.DOCKER_ENGINE_SDK_TEST_HOSTS ?? "", certPath);
  if (named.length > 0) return { engines: await Promise.all(named.map(prepare)), absence: "" };
  const [only] = parseHosts(env.DOCKER_HOST || "unix:///var/run/docker.sock", certPath);
  if (only === undefined) return { engines: [], absence: "DOCKER_HOST is empty." };
  try {
    return { engines: [await prepare(only)], absence: "" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { engines: [], absence: `${reason} ${REMEDY}` };
  }
}

const REMEDY =
  "Set DOCKER_HOST, or start a private engine for the tests: npx tsx scripts/engine.ts run -- npm test (Linux, root).";

export interface FoundEngines {
  readonly engines: EngineUnderTest[];
  readonly absence: string;
}

export interface EngineUnderTest extends EngineAddress {
  readonly name: string;
  readonly engineVersion: string;
  readonly apiVersion: string;
  readonly minApiVersion: string;
}

/** `unix:///a.sock,e28=tcp://127.0.0.1:2376`: a name may stand before each address. */
export function parseHosts(list: string, certPath: string | undefined): NamedAddress[] {
  return list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [, name, host = entry] = /^([\w.-]+)=(.*)$/.exec(entry) ?? [];
      const secure = host.startsWith("tcp://") && certPath !== undefined;
      return { host, ...(name === undefined ? {} : { name }), ...(secure ? { certPath } : {}) };
    });
}

interface NamedAddress extends EngineAddress {
  readonly name?: string;
}

async function prepare(address: NamedAddress): Promise<EngineUnderTest> {
  const engine = await ask(address);
  await importBusybox(engine);
  return engine;
}

async function ask(address: NamedAddress): Promise<EngineUnderTest> {
  const failed = (why: string, cause?: unknown) =>
    new Error(`No engine answered at ${address.host}: ${why}.`, { cause });
  const answer = await call(address, "GET", "/version", { timeout: 2_000 }).catch((cause: unknown) => {
    throw failed(cause instanceof Error ? cause.message : String(cause), cause);
  });
  if (answer.status !== 200) throw failed(`GET /version gave ${answer.status}`);
  // The three fields every engine since 1.12 has given.
  const version = JSON.parse(answer.text) as { Version: string; ApiVersion: string; MinAPIVersion: string };
  return {
    ...address,
    name: address.name ?? `engine ${version.Version}`,
    engineVersion: version.Version,
    apiVersion: version.ApiVersion,
    minApiVersion: version.MinAPIVersion,
  };
}
