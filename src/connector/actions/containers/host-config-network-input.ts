import { boolean, inBody, list, object, text } from "../../field.js";

/** How a container is reached, and what it reaches: networks, ports, names. */
export const hostConfigNetwork = {
  hostconfig_networkmode: text(
    "bridge, host, none, container:<id> or a network's name; default is bridge, on Windows nat.",
    { place: inBody("HostConfig.NetworkMode") },
  ),
  hostconfig_portbindings: object("Which container ports are published, and where.", {
    place: inBody("HostConfig.PortBindings"),
  }),
  hostconfig_publishallports: boolean("Publishes each exposed port on a free port of the host.", {
    place: inBody("HostConfig.PublishAllPorts"),
    otherwise: false,
  }),
  hostconfig_dns: list("Addresses of name servers; empty takes the engine's.", {
    place: inBody("HostConfig.Dns"),
  }),
  hostconfig_dnsoptions: list("Lines such as ndots:2 for resolv.conf.", {
    place: inBody("HostConfig.DnsOptions"),
  }),
  hostconfig_dnssearch: list("Domains in which short names are looked up; . for none.", {
    place: inBody("HostConfig.DnsSearch"),
  }),
  hostconfig_extrahosts: list(
    "Lines for /etc/hosts as name:address; the address host-gateway stands for the host.",
    { place: inBody("HostConfig.ExtraHosts") },
  ),
  hostconfig_links: list("Legacy links as container:alias, for the default bridge.", {
    place: inBody("HostConfig.Links"),
  }),
  networkingconfig_endpointsconfig: object(
    "By network name or ID. Engines before API 1.44 accept only one entry.",
    { place: inBody("NetworkingConfig.EndpointsConfig") },
  ),
};
