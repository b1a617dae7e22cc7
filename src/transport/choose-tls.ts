import { InvalidArgumentError } from "../errors.js";
import type { HostChoice } from "./choose-host.js";
import type { TlsOptions } from "./endpoint.js";
import type { TcpHost } from "./tcp-host.js";

/** The option decides alone; without it, what goes with the chosen host. The port decides nothing, as for the docker CLI. */
export async function chooseTls(
  host: TcpHost,
  { source, readTls, tlsSource }: HostChoice,
  option: TlsOptions | false | undefined,
): Promise<TlsOptions | undefined> {
  if (option === false) {
    if (host.scheme !== "https") return undefined;
    throw new InvalidArgumentError(
      `${source} is an https:// address, but option "tls" is false. Write tcp:// or leave the option out.`,
    );
  }
  const tls = option ?? (await readTls());
  if (host.scheme === "http" && tls !== undefined) {
    throw new InvalidArgumentError(
      `${source} is an http:// address, which means no TLS, but ${option ? 'option "tls"' : tlsSource} asks for TLS. Write tcp:// or https://, or set option "tls" to false.`,
    );
  }
  return tls ?? (host.scheme === "https" ? {} : undefined);
}
