import type { OperationId } from "../../../generated/operations.js";
import { connect, disconnect } from "./endpoint.js";
import { booleanFilter, fitsExactly, fitsLabels, fitsName, readFilters } from "./filters.js";
import { optionalBody } from "./json-body.js";
import { connectedTo, networkAnswer } from "./network-answers.js";
import type { Network } from "./networks.js";
import { shortId } from "./random-id.js";
import { Refusal } from "./refusal.js";
import type { Call, Route } from "./world.js";

export const networkRoutes: Partial<Record<OperationId, Route>> = {
  NetworkList: list,
  NetworkInspect: ({ world, exchange, params, minor }) =>
    exchange.answer(200, networkAnswer(world.networks.get(params.id ?? ""), world, minor)),
  NetworkCreate: create,
  NetworkDelete: remove,
  NetworkConnect: connectContainer,
  NetworkDisconnect: disconnectContainer,
  NetworkPrune: prune,
};

function list(call: Call): void {
  const { world, exchange, minor } = call;
  const filters = readFilters(call, ["dangling", "driver", "id", "label", "label!", "name", "scope", "type"]);
  const dangling = booleanFilter(call, filters, "dangling");
  const [type] = filters.get("type") ?? [];
  if (type !== undefined && type !== "builtin" && type !== "custom") {
    throw new Refusal(world.version.era === 28 ? 500 : 400, `invalid filter: 'type'='${type}'`);
  }
  const found = world.networks
    .all()
    .filter(({ name, id }) => fitsName(filters, "name", [name]) && fitsName(filters, "id", [id]))
    .filter(({ driver }) => fitsExactly(filters, "driver", driver) && fitsExactly(filters, "scope", "local"))
    .filter(({ labels }) => fitsLabels(filters, labels))
    .filter(({ isPredefined }) => type === undefined || isPredefined === (type === "builtin"))
    .filter((network) => dangling === undefined || isDangling(call, network) === dangling);
  exchange.answer(
    200,
    found.map((network) => networkAnswer(network, world, minor, true)),
  );
}

function isDangling({ world }: Call, network: Network): boolean {
  return !network.isPredefined && connectedTo(network, world.containers).length === 0;
}

async function create(call: Call): Promise<void> {
  const { world, exchange, minor } = call;
  const body = await optionalBody<NetworkBody>(call);
  const { Name = "", Driver = "bridge" } = body;
  const { era } = world.version;
  if (Name === "") {
    throw new Refusal(era === 20 ? 500 : 400, era === 28 ? "invalid name: name is empty" : "invalid name: ");
  }
  if (["bridge", "host", "none"].includes(Name)) {
    throw new Refusal(403, `operation is not permitted on predefined ${Name} network `);
  }
  // Until API 1.43 a name could be given twice, unless the client asked to look.
  const old = world.networks.find(Name);
  if (old?.name === Name && (minor >= 44 || era > 20 || body.CheckDuplicate === true)) {
    throw new Refusal(409, `network with name ${Name} already exists`);
  }
  if (!["bridge", "host", "null", "macvlan", "ipvlan"].includes(Driver)) {
    throw new Refusal(404, `plugin "${Driver}" not found`);
  }
  const network = world.networks.create(Name, Driver, {
    ...subnetOf(call, body),
    options: body.Options ?? {},
    labels: body.Labels ?? {},
    flags: {
      internal: body.Internal === true,
      attachable: body.Attachable === true,
      ipv6: body.EnableIPv6 === true,
    },
  });
  const warning = old === undefined ? "" : `Network with name ${Name} (id : ${old.id}) already exists`;
  exchange.answer(201, { Id: network.id, Warning: warning });
}

interface NetworkBody {
  readonly Name: string;
  readonly Driver: string;
  readonly CheckDuplicate: boolean;
  readonly Internal: boolean;
  readonly Attachable: boolean;
  readonly EnableIPv6: boolean;
  readonly IPAM: {
    readonly Config?: readonly { readonly Subnet?: string; readonly Gateway?: string }[] | null;
  } | null;
  readonly Options: Readonly<Record<string, string>> | null;
  readonly Labels: Readonly<Record<string, string>> | null;
}

function subnetOf({ world }: Call, { IPAM }: Partial<NetworkBody>): Partial<Network> {
  const [wanted] = IPAM?.Config ?? [];
  if (wanted?.Subnet === undefined) return {};
  const { Subnet: cidr, Gateway } = wanted;
  const { era } = world.version;
  if (!/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(cidr) && !cidr.includes(":")) {
    if (era === 20) throw new Refusal(500, `Invalid subnet ${cidr} : invalid CIDR address: ${cidr}`);
    throw new Refusal(400, `invalid network config:\ninvalid subnet ${cidr}: invalid CIDR block notation`);
  }
  if (world.networks.overlaps(cidr)) {
    const what = "Pool overlaps with other one on this address space";
    throw new Refusal(403, era === 28 ? `invalid pool request: ${what}` : what);
  }
  return { subnet: { cidr, gateway: Gateway ?? cidr.replace(/\d+\/\d+$/, "1") } };
}

function remove({ world, exchange, params }: Call): void {
  const network = world.networks.get(params.id ?? "");
  const { name, id, isPredefined } = network;
  if (isPredefined) throw new Refusal(403, `${name} is a pre-defined network and cannot be removed`);
  const members = connectedTo(network, world.containers);
  if (members.length > 0) {
    const told = members
      .map(({ container, connected }) => `name:"${container.name}" id:"${shortId(connected.id)}"`)
      .join(", ");
    throw new Refusal(
      403,
      world.version.era === 28
        ? `error while removing network: network ${name} has active endpoints (${told})`
        : `error while removing network: network ${name} id ${id} has active endpoints`,
    );
  }
  world.networks.delete(network);
  exchange.answer(204);
}

interface ConnectBody {
  readonly Container: string;
  readonly EndpointConfig: {
    readonly Aliases?: readonly string[] | null;
    readonly IPAMConfig?: Readonly<Record<string, unknown>> | null;
  } | null;
}

async function connectContainer(call: Call): Promise<void> {
  const { world, exchange, params } = call;
  const { Container: wanted = "", EndpointConfig } = await optionalBody<ConnectBody>(call);
  if (wanted === "") throw new Refusal(400, 'invalid name or ID supplied: ""');
  const { era } = world.version;
  const known = world.networks.find(params.id ?? "");
  const container = world.containers.get(wanted);
  const network = known ?? world.networks.get(params.id ?? "");
  if (network.name === "host") {
    throw new Refusal(
      400,
      era === 28
        ? "cannot connect container to host network - container must be created in host network mode"
        : "container cannot be disconnected from host network or connected to host network",
    );
  }
  if (container.endpoints.get(network.name)?.connected !== undefined) {
    throw new Refusal(403, `endpoint with name ${container.name} already exists in network ${network.name}`);
  }
  const endpoint = {
    name: network.name,
    aliases: EndpointConfig?.Aliases ?? (era === 28 || network.name === "bridge" ? null : []),
    wishes: EndpointConfig?.IPAMConfig ?? null,
    connected: undefined,
    networkId: network.id,
  };
  container.endpoints.set(network.name, endpoint);
  if (container.isRunning) connect(world, container, endpoint, network);
  exchange.answer(200);
}

async function disconnectContainer(call: Call): Promise<void> {
  const { world, exchange, params } = call;
  const { Container: wanted = "" } = await optionalBody<ConnectBody>(call);
  const network = world.networks.get(params.id ?? "");
  const container = world.containers.get(wanted);
  const endpoint = container.endpoints.get(network.name);
  if (endpoint === undefined) {
    const the = world.version.era === 20 ? "the network" : "network";
    throw new Refusal(500, `container ${container.id} is not connected to ${the} ${network.name}`);
  }
  disconnect(world, container, endpoint);
  container.endpoints.delete(network.name);
  exchange.answer(200);
}

function prune(call: Call): void {
  const { world, exchange } = call;
  const filters = readFilters(call, ["label", "label!", "until"]);
  const gone = world.networks
    .all()
    .filter((network) => isDangling(call, network) && fitsLabels(filters, network.labels));
  for (const network of gone) world.networks.delete(network);
  world.events.add("network", "prune", "", { reclaimed: "0" });
  exchange.answer(200, { NetworksDeleted: gone.length === 0 ? null : gone.map(({ name }) => name) });
}
