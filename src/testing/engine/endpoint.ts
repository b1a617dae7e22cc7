import { randomBytes } from "node:crypto";
import type { Container } from "./container.js";
import type { Network } from "./networks.js";
import { randomId, shortId } from "./random-id.js";
import type { World } from "./world.js";

/** A container's place in a network. */
export interface Endpoint {
  readonly name: string;
  readonly aliases: readonly string[] | null;
  readonly wishes: Readonly<Record<string, unknown>> | null;
  /** What it has while the container runs. */
  connected: Connected | undefined;
  /** The network it was in last. */
  networkId: string;
}

export interface Connected {
  readonly network: Network;
  readonly id: string;
  readonly host: number;
  readonly mac: string;
}

export function connect({ events }: World, container: Container, endpoint: Endpoint, network: Network): void {
  let host = 2;
  while (network.taken.has(host)) host++;
  network.taken.add(host);
  const mac = `02:${[...randomBytes(5)].map((byte) => byte.toString(16).padStart(2, "0")).join(":")}`;
  endpoint.connected = { network, id: randomId(), host, mac };
  endpoint.networkId = network.id;
  const attributes = { container: container.id, name: network.name, type: network.driver };
  events.add("network", "connect", network.id, attributes);
}

export function disconnect({ events }: World, container: Container, { connected }: Endpoint): void {
  if (connected === undefined) return;
  const { network, host } = connected;
  network.taken.delete(host);
  const attributes = { container: container.id, name: network.name, type: network.driver };
  events.add("network", "disconnect", network.id, attributes);
}

/** The address of an endpoint and the length of its network's part; empty where the network has none. */
export function addressOf(connected: Connected | undefined): {
  address: string;
  length: number;
  gateway: string;
} {
  const subnet = connected?.network.subnet;
  if (connected === undefined || subnet === undefined) return { address: "", length: 0, gateway: "" };
  const [base = "", length = "16"] = subnet.cidr.split("/");
  const address = base.replace(/\d+$/, String(connected.host));
  return { address, length: Number(length), gateway: subnet.gateway };
}

/** An endpoint as a container tells it. */
export function endpointAnswer({ name, shortNames }: Named, endpoint: Endpoint, minor: number): object {
  const { connected, aliases, wishes, networkId } = endpoint;
  const { address, length, gateway } = addressOf(connected);
  const isOwn = !["bridge", "host", "none"].includes(endpoint.name);
  return {
    IPAMConfig: wishes,
    Links: null,
    // Until API 1.44 the short id was an alias.
    Aliases: isOwn && minor < 45 ? [...(aliases ?? []), ...shortNames] : aliases,
    MacAddress: connected?.mac ?? "",
    DriverOpts: null,
    ...(minor >= 48 && { GwPriority: 0 }),
    NetworkID: networkId,
    EndpointID: connected?.id ?? "",
    Gateway: gateway,
    IPAddress: address,
    IPPrefixLen: length,
    IPv6Gateway: "",
    GlobalIPv6Address: "",
    GlobalIPv6PrefixLen: 0,
    ...(minor >= 44 && { DNSNames: isOwn ? [...new Set([name, ...(aliases ?? []), ...shortNames])] : null }),
  };
}

interface Named {
  readonly name: string;
  readonly shortNames: readonly string[];
}

export function namesOf({ name, id }: Container): Named {
  return { name, shortNames: [shortId(id)] };
}
