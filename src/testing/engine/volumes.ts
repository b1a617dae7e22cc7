import type { EngineVersion } from "./engine-version.js";
import type { EventLog } from "./event-log.js";
import { type Folder, newFolder } from "./files/file-node.js";
import { type Moment, now, timestamp } from "./moment.js";
import { randomId } from "./random-id.js";
import { Refusal } from "./refusal.js";

export interface Volume {
  readonly name: string;
  readonly created: Moment;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly options: Readonly<Record<string, string>> | null;
  readonly isAnonymous: boolean;
  readonly files: Folder;
}

/** The volumes of an engine. */
export class Volumes {
  readonly #byName = new Map<string, Volume>();
  readonly #version: EngineVersion;
  readonly #events: EventLog;

  constructor(version: EngineVersion, events: EventLog) {
    this.#version = version;
    this.#events = events;
  }

  all(): Volume[] {
    return [...this.#byName.values()];
  }

  get(name: string): Volume {
    const volume = this.#byName.get(name);
    if (volume === undefined) throw new Refusal(404, `get ${name}: no such volume`);
    return volume;
  }

  find(name: string): Volume | undefined {
    return this.#byName.get(name);
  }

  /** The volume of that name, made where it is missing. Without a name one with a name that says nothing. */
  create(given: string, labels: Volume["labels"] = null, options: Volume["options"] = null): Volume {
    const old = this.#byName.get(given);
    if (old !== undefined) return old;
    if (given !== "") checkName(given);
    const bad = Object.keys(options ?? {}).find(
      (option) => !["type", "o", "device", "size"].includes(option),
    );
    if (bad !== undefined) throw new Refusal(400, `create ${given}: invalid option: "${bad}"`);
    const name = given === "" ? randomId() : given;
    const marked =
      given === "" && this.#version.era > 20 ? { "com.docker.volume.anonymous": "", ...labels } : labels;
    const volume = {
      ...{ name, created: now(), labels: marked, options, isAnonymous: given === "" },
      files: newFolder(),
    };
    this.#byName.set(name, volume);
    this.#events.add("volume", "create", name, { driver: "local" });
    return volume;
  }

  delete({ name }: Volume): void {
    this.#byName.delete(name);
    this.#events.add("volume", "destroy", name, { driver: "local" });
  }
}

export function volumeAnswer({ name, created, labels, options }: Volume): object {
  return {
    CreatedAt: timestamp(created - (created % 1_000_000_000n)),
    Driver: "local",
    Labels: labels,
    Mountpoint: mountPoint(name),
    Name: name,
    Options: options,
    Scope: "local",
  };
}

export function mountPoint(name: string): string {
  return `/var/lib/docker/volumes/${name}/_data`;
}

function checkName(name: string): void {
  if (name.length < 2) {
    throw new Refusal(
      400,
      `create ${name}: volume name is too short, names should be at least two alphanumeric characters`,
    );
  }
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) {
    throw new Refusal(
      400,
      `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
    );
  }
}
