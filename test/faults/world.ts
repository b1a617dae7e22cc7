/** What the calls are about. */
export interface World {
  /** A running container, which has said `one` to stdout and `two` to stderr, and gives its input back. */
  readonly running: string;
  /** One that has ended, with the same output and a file in `/data`. */
  readonly ended: string;
  readonly image: string;
  /** Gives the container that has ended another name, and tells between which times. */
  renamed(): Promise<{ readonly since: string; readonly until: string }>;
  /** An image that the engine may pull, where there is one. */
  readonly pull?: string | undefined;
  /** An archive that it may load. */
  readonly archive: Buffer;
  /** A new name for a container. */
  name(): string;
  readonly labels: Readonly<Record<string, string>>;
}
