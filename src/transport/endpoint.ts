/** Where an engine is and how it was chosen: what every connection is made from. */
export type Endpoint = SocketEndpoint | TcpEndpoint | SshEndpoint;

interface EndpointBase {
  /** For messages, without credentials: `unix:///var/run/docker.sock`, `tcp://10.0.0.5:2376`. */
  readonly address: string;
  /** For messages, where the address came from: `option "host"`, `DOCKER_HOST`, `context "prod" (DOCKER_CONTEXT)`, `default socket`. */
  readonly source: string;
  /**
   * For the error of a failed connection and for a diagnosis: every place that was looked at before this one, in order, each
   * with why it was not taken: `DOCKER_HOST is not set`, `/var/run/docker.sock does not exist`. When nothing was
   * found, the address is the default socket's and stands here too.
   */
  readonly looked: readonly string[];
  /** `HttpHeaders` of the CLI's config.json, sent with every request. Hidden from `util.inspect`: they may be secrets. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A unix socket or a Windows named pipe. */
export interface SocketEndpoint extends EndpointBase {
  readonly kind: "unix" | "npipe";
  /** As `net.connect` takes it: `/var/run/docker.sock`, `\\.\pipe\docker_engine`. */
  readonly socketPath: string;
}

export interface TcpEndpoint extends EndpointBase {
  readonly kind: "tcp";
  /** IPv6 addresses stand without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** A path that every request path is put behind, without a final slash; usually empty. */
  readonly basePath: string;
  /** Present when TLS is spoken, if only as an object without fields. Hidden from `util.inspect`. */
  readonly tls: TlsOptions | undefined;
}

/** An engine reached by the user's own `ssh`, which runs `docker system dial-stdio` over there. */
export interface SshEndpoint extends EndpointBase {
  readonly kind: "ssh";
  readonly user: string | undefined;
  readonly hostname: string;
  readonly port: number | undefined;
  /**
   * The socket over there, when it is not the default: from the path of the address, decoded. It may hold any character
   * but control characters: quote it for the shell over there.
   */
  readonly remoteSocket: string | undefined;
}

/** How TLS is spoken with the engine. `ca` alone means TLS with that authority; without `ca` the public ones are trusted. */
export interface TlsOptions {
  /** The authorities to trust, PEM. */
  readonly ca?: Pem | readonly Pem[];
  /** The client certificate, PEM, and its chain. */
  readonly cert?: Pem;
  /** The client certificate's private key, PEM. */
  readonly key?: Pem;
  /** The passphrase of an encrypted key. */
  readonly passphrase?: string;
  /** The name to ask for and to find in the certificate; default: the host of the address. */
  readonly servername?: string;
  /**
   * `sha256/<base64>` (or hex) of the subject public key info of the engine's certificate: one or more, one must match.
   * Checked also when `rejectUnauthorized` is false.
   */
  readonly pin?: string | readonly string[];
  /** `false` trusts any certificate: whoever sits between can read and change everything. Default true. */
  readonly rejectUnauthorized?: boolean;
}

/** PEM text, its bytes, or the file that holds it. */
export type Pem = string | Uint8Array | { readonly file: string };
