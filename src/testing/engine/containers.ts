import type { Container } from "./container.js";
import type { EngineVersion } from "./engine-version.js";
import type { Exec } from "./exec.js";
import { Refusal } from "./refusal.js";

/** The containers of an engine, and their execs. */
export class Containers {
  readonly #all: Container[] = [];
  readonly #version: EngineVersion;

  constructor(version: EngineVersion) {
    this.#version = version;
  }

  /** The youngest first. */
  all(): Container[] {
    return [...this.#all].reverse();
  }

  find(name: string): Container | undefined {
    const plain = name.replace(/^\//, "");
    const exact = this.#all.find((container) => container.id === plain || container.name === plain);
    const [first, ...more] = this.#all.filter(({ id }) => plain !== "" && id.startsWith(plain));
    if (exact === undefined && more.length > 0) {
      throw new Refusal(400, `multiple IDs found with provided prefix: ${name}`);
    }
    return exact ?? first;
  }

  /** By name, id or the start of an id. */
  get(name: string): Container {
    const container = this.find(name);
    if (container === undefined) throw new Refusal(404, `No such container: ${name}`);
    return container;
  }

  /** One that has a process. */
  running(name: string): Container {
    const container = this.get(name);
    if (container.isRunning) return container;
    const word = this.#version.era === 20 ? "Container" : "container";
    throw new Refusal(409, `${word} ${container.id} is not running`);
  }

  exec(id: string): { container: Container; exec: Exec } {
    for (const container of this.#all) {
      const exec = container.execs.get(id);
      if (exec !== undefined) return { container, exec };
    }
    throw new Refusal(404, `No such exec instance: ${id}`);
  }

  /** Refuses a name that another one has. */
  claim(name: string): void {
    const other = this.#all.find((container) => container.name === name);
    if (other === undefined) return;
    throw new Refusal(
      409,
      `Conflict. The container name "/${name}" is already in use by container "${other.id}". ` +
        "You have to remove (or rename) that container to be able to reuse that name.",
    );
  }

  add(container: Container): void {
    this.#all.push(container);
  }

  delete(container: Container): void {
    this.#all.splice(this.#all.indexOf(container), 1);
  }

  /** Ends all processes, when the engine goes. */
  async endAll(): Promise<void> {
    const processes = this.#all.flatMap((container) => {
      clearTimeout(container.restartTimer);
      container.wasStopped = true;
      container.health?.stop();
      const execs = [...container.execs.values()].map(({ process }) => process);
      return [container.process, ...execs].filter((process) => process !== undefined);
    });
    for (const process of processes) process.kill(9);
    await Promise.all(processes.map(({ exited }) => exited));
  }
}
