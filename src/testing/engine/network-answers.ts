import { addressOf } from "./endpoint.js";
import { timestamp } from "./moment.js";
import type { Network } from "./networks.js";
import type { World } from "./world.js";

/** A network as it is inspected. A list names no containers. */
export function networkAnswer(network: Network, world: World, minor: number, isList = false): object {
  const { name, id, created, driver, subnet, options, labels, flags } = network;
  return {
    Name: name,
    Id: id,
    Created: timestamp(created),
    Scope: "local",
    Driver: driver,
    ...(minor >= 48 && { EnableIPv4: true }),
    EnableIPv6: flags.ipv6,
    IPAM: {
      Driver: "default",
      Options: null,
      Config:
        subnet === undefined ? (minor < 44 ? [] : null) : [{ Subnet: subnet.cidr, Gateway: subnet.gateway }],
    },
    Internal: flags.internal,
    Attachable: flags.attachable,
    Ingress: false,
    ConfigFrom: { Network: "" },
    ConfigOnly: false,
    Containers: isList ? {} : membersOf(network, world),
    Options: options,
    Labels: labels,
  };
}

function membersOf(network: Network, { containers }: World): Record<string, object> {
  return Object.fromEntries(
    connectedTo(network, containers).map(({ container, connected }) => {
      const { address, length } = addressOf(connected);
      const IPv4Address = address === "" ? "" : `${address}/${length}`;
      return [
        container.id,
        {
          Name: container.name,
          EndpointID: connected.id,
          MacAddress: connected.mac,
          IPv4Address,
          IPv6Address: "",
        },
      ];
    }),
  );
}

/** The containers that run in a network. */
export function connectedTo(network: Network, containers: World["containers"]) {
  return containers.all().flatMap((container) => {
    const endpoint = [...container.endpoints.values()].find(
      ({ connected }) => connected?.network === network,
    );
    return endpoint?.connected === undefined ? [] : [{ container, connected: endpoint.connected }];
  });
}
