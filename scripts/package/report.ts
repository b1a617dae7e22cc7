/** Prints a line for each check, as it ends. */
export class Report {
  #passed = 0;
  readonly #failed: string[] = [];

  /** Runs a check, which fails by throwing; a text that it gives stands behind its name. */
  async check(name: string, action: () => Promise<unknown>): Promise<void> {
    const begun = performance.now();
    const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
    try {
      const note = await action();
      this.#passed++;
      console.log(`pass  ${name} (${seconds()})${typeof note === "string" ? `: ${note}` : ""}`);
    } catch (error) {
      this.#failed.push(name);
      const message = error instanceof Error ? error.message : String(error);
      console.log(`FAIL  ${name} (${seconds()})\n${message.trim().replace(/^/gm, "      ")}`);
    }
  }

  /** Says the sum and gives the exit code. */
  end(): number {
    console.log(`\n${this.#passed} passed, ${this.#failed.length} failed`);
    for (const name of this.#failed) console.log(`FAILED: ${name}`);
    return this.#failed.length === 0 ? 0 : 1;
  }
}
