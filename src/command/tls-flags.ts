import { resolve } from "node:path";
import { readCliConfigFile } from "../transport/cli-config.js";
import type { TlsOptions } from "../transport/endpoint.js";
import { thisMachine } from "../transport/machine.js";
import { findPemFiles } from "../transport/pem-files.js";

/** The option `tls` that the flags mean, if they mean one. Files that are not named are looked for where the docker CLI has them. */
export async function tlsOptions(
  { tls, tlsverify, tlscacert, tlscert, tlskey }: TlsFlags,
  environment: NodeJS.ProcessEnv,
): Promise<TlsOptions | undefined> {
  const verified = Boolean(tlsverify ?? tlscacert ?? tlscert ?? tlskey);
  if (!verified && !tls) return undefined;
  const directory =
    environment.DOCKER_CERT_PATH || (await readCliConfigFile(environment, thisMachine())).directory;
  const found = directory === undefined ? {} : await findPemFiles(resolve(directory));
  return {
    ...found,
    ...(tlscacert !== undefined && { ca: { file: resolve(tlscacert) } }),
    ...(tlscert !== undefined && { cert: { file: resolve(tlscert) } }),
    ...(tlskey !== undefined && { key: { file: resolve(tlskey) } }),
    ...(!verified && { rejectUnauthorized: false }),
  };
}

export interface TlsFlags {
  /** TLS with any certificate, as of the docker CLI. */
  readonly tls?: boolean | undefined;
  readonly tlsverify?: boolean | undefined;
  readonly tlscacert?: string | undefined;
  readonly tlscert?: string | undefined;
  readonly tlskey?: string | undefined;
}
