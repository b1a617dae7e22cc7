import { changes, defineAction } from "../../action.js";
import { inBody, inPath, integer, list, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  id: text("Id or name of the network.", { required: true, entity: "network", place: inPath("id") }),
  container: text("Its name or ID.", {
    required: true,
    place: inBody("Container"),
    names: { fortisoar: "Container", xsoar: "container_container" },
  }),
  ipam_config: object("Fixed addresses wished for; null lets the engine choose.", {
    place: inBody("EndpointConfig.IPAMConfig"),
    names: { xsoar: "container_endpointconfig_ipamconfig" },
  }),
  links: list("Legacy links as container:alias.", {
    place: inBody("EndpointConfig.Links"),
    names: { xsoar: "container_endpointconfig_links" },
  }),
  aliases: list("Further names others in the network find it by.", {
    place: inBody("EndpointConfig.Aliases"),
    names: { xsoar: "container_endpointconfig_aliases" },
  }),
  network_id: text("ID of the network. Filled in by the engine.", {
    place: inBody("EndpointConfig.NetworkID"),
    names: { xsoar: "container_endpointconfig_networkid" },
  }),
  endpoint_id: text("Filled in by the engine; empty while the container is stopped.", {
    place: inBody("EndpointConfig.EndpointID"),
    names: { xsoar: "container_endpointconfig_endpointid" },
  }),
  gateway: text("IPv4 gateway; empty while the container is stopped.", {
    place: inBody("EndpointConfig.Gateway"),
    names: { xsoar: "container_endpointconfig_gateway" },
  }),
  ip_address: text("IPv4 address without prefix; empty while the container is stopped.", {
    place: inBody("EndpointConfig.IPAddress"),
    names: { xsoar: "container_endpointconfig_ipaddress" },
  }),
  ip_prefix_len: integer("Bits of the IPv4 prefix; 0 while the container is stopped.", {
    place: inBody("EndpointConfig.IPPrefixLen"),
    names: { xsoar: "container_endpointconfig_ipprefixlen" },
  }),
  ipv6_gateway: text("IPv6 gateway; empty for none.", {
    place: inBody("EndpointConfig.IPv6Gateway"),
    names: { xsoar: "container_endpointconfig_ipv6gateway" },
  }),
  global_ipv6_address: text("IPv6 address without prefix; empty for none.", {
    place: inBody("EndpointConfig.GlobalIPv6Address"),
    names: { xsoar: "container_endpointconfig_globalipv6address" },
  }),
  global_ipv6_prefix_len: integer("Bits of the IPv6 prefix.", {
    place: inBody("EndpointConfig.GlobalIPv6PrefixLen"),
    names: { xsoar: "container_endpointconfig_globalipv6prefixlen" },
  }),
  mac_address: text("Such as 5a:8c:1f:00:00:02; empty lets the engine choose.", {
    place: inBody("EndpointConfig.MacAddress"),
    names: { xsoar: "container_endpointconfig_macaddress" },
  }),
  driver_opts: object("Options of the network driver for this endpoint.", {
    place: inBody("EndpointConfig.DriverOpts"),
    names: { xsoar: "container_endpointconfig_driveropts" },
  }),
  additional_fields: object("Further fields of the body, as the API spells them.", { place: inBody() }),
};

export const connectNetwork = defineAction({
  name: "connect_network",
  title: "Connect container to network",
  description: "Puts a container, running or stopped, on one more network.",
  category: "networks",
  effect: changes,
  platforms: { fortisoar: { operation: "connect_network" }, xsoar: { command: "docker-network-connect" } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation(
    "NetworkConnect",
    input,
    ({ id, container }) => `Successfully connected container ${container} to network ${id}.`,
  ),
});
