/**
 * The bytes of an answer as they arrive: the one thing that everything in this folder reads from.
 * Reading is pulled: who does not read holds the sender back.
 */
export interface ByteSource {
  /**
   * Gives every chunk that has arrived since the last call, at least one, or `null` at the clean end. One step for
   * many chunks: an engine sends each log frame as an HTTP chunk of its own, and a promise for each is what makes
   * readers slow. The chunks belong to the reader, who may overwrite their bytes. Chunks cut from one network read
   * share an `ArrayBuffer`, in ascending order; the size lines that HTTP puts between them are the reader's too.
   * Rejects when the connection breaks before the end.
   */
  read(): Promise<Uint8Array[] | null>;

  /** Stops reading and frees the connection. A pending `read` gives null. Does nothing after the end; never throws. */
  cancel(): void;
}
