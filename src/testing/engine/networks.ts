import type { EngineVersion } from "./engine-version.js";
import type { EventLog } from "./event-log.js";
import { type Moment, now } from "./moment.js";
import { randomId } from "./random-id.js";
import { Refusal } from "./refusal.js";

export interface Network {
  readonly name: string;
  readonly id: string;
  readonly created: Moment;
  readonly driver: string;
  readonly isPredefined: boolean;
  readonly subnet: Subnet | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly flags: { readonly internal: boolean; readonly attachable: boolean; readonly ipv6: boolean };
  /** The last parts of the addresses in use. */
  readonly taken: Set<number>;
}

export interface Subnet {
  /** `172.18.0.0/16` */
  readonly cidr: string;
  readonly gateway: string;
}

/** The networks of an engine. */
export class Networks {
  readonly #all: Network[] = [];
  readonly #version: EngineVersion;
  readonly #events: EventLog;

  constructor(version: EngineVersion, events: EventLog) {
    this.#version = version;
    this.#events = events;
    this.#add("bridge", "bridge", { subnet: this.#freeSubnet(), options: bridgeOptions, isPredefined: true });
    this.#add("host", "host", { isPredefined: true });
    this.#add("none", "null", { isPredefined: true });
  }

  all(): Network[] {
    return [...this.#all];
  }

  /** By name, id or the start of an id. */
  find(name: string): Network | undefined {
    const exact = this.#all.find((network) => network.name === name || network.id === name);
    const [first, ...more] = this.#all.filter(({ id }) => /^[0-9a-f]{4,}$/.test(name) && id.startsWith(name));
    return exact ?? (more.length === 0 ? first : undefined);
  }

  get(name: string): Network {
    const network = this.find(name);
    if (network === undefined) throw new Refusal(404, `network ${name} not found`);
    return network;
  }

  create(name: string, driver: string, details: Partial<Network>): Network {
    const network = this.#add(name, driver, {
      ...details,
      subnet: driver === "bridge" ? (details.subnet ?? this.#freeSubnet()) : details.subnet,
    });
    this.#events.add("network", "create", network.id, { name, type: driver });
    return network;
  }

  delete(network: Network): void {
    this.#all.splice(this.#all.indexOf(network), 1);
    this.#events.add("network", "destroy", network.id, { name: network.name, type: network.driver });
  }

  /** Whether an address range is one that another network has. */
  overlaps(cidr: string): boolean {
    return this.#all.some(({ subnet }) => subnet !== undefined && subnet.cidr === cidr);
  }

  #add(name: string, driver: string, details: Partial<Network>): Network {
    const network: Network = {
      name,
      id: randomId(),
      created: now(),
      driver,
      isPredefined: false,
      subnet: undefined,
      options: {},
      labels: {},
      flags: { internal: false, attachable: false, ipv6: false },
      taken: new Set([1]),
      ...details,
    };
    this.#all.push(network);
    return network;
  }

  #freeSubnet(): Subnet {
    for (let part = 17; part < 32; part++) {
      const cidr = `172.${part}.0.0/16`;
      if (!this.overlaps(cidr)) return { cidr, gateway: `172.${part}.0.1` };
    }
    throw new Refusal(
      this.#version.era === 20 ? 404 : 400,
      "all predefined address pools have been fully subnetted",
    );
  }
}

const bridgeOptions = {
  "com.docker.network.bridge.default_bridge": "true",
  "com.docker.network.bridge.enable_icc": "true",
  "com.docker.network.bridge.enable_ip_masquerade": "true",
  "com.docker.network.bridge.host_binding_ipv4": "0.0.0.0",
  "com.docker.network.bridge.name": "docker0",
  "com.docker.network.driver.mtu": "1500",
};
