/** An answer that is an error. It stays inside the engine: clients see the status and the sentence. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
