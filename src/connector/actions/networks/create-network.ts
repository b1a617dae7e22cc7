import { changes, defineAction } from "../../action.js";
import { boolean, inBody, object, objects, text } from "../../field.js";
import { operation } from "../../operation-action.js";

const input = {
  name: text("How containers and commands will call it.", {
    required: true,
    place: inBody("Name"),
    names: { fortisoar: "Name", xsoar: "networkconfig_name" },
  }),
  check_duplicate: boolean(
    "Refuse a name that is taken, as far as the engine can tell. Newer ones always do.",
    {
      place: inBody("CheckDuplicate"),
      names: { xsoar: "networkconfig_checkduplicate" },
      until: "1.45",
    },
  ),
  driver: text("Such as bridge, overlay, macvlan, or a plugin's.", {
    place: inBody("Driver"),
    otherwise: "bridge",
    names: { fortisoar: "Driver", xsoar: "networkconfig_driver" },
  }),
  scope: text("Such as local or swarm; empty lets the driver decide.", {
    place: inBody("Scope"),
    names: { fortisoar: "Scope" },
    since: "1.41",
  }),
  internal: boolean("Cuts it off from the outside.", {
    place: inBody("Internal"),
    otherwise: false,
    names: { fortisoar: "Internal", xsoar: "networkconfig_internal" },
  }),
  attachable: boolean("Lets containers outside services join. Only for Swarm's networks.", {
    place: inBody("Attachable"),
    otherwise: false,
    names: { fortisoar: "Attachable", xsoar: "networkconfig_attachable" },
  }),
  ingress: boolean("Makes it carry Swarm's routing mesh; a swarm has one at most.", {
    place: inBody("Ingress"),
    otherwise: false,
    names: { fortisoar: "Ingress", xsoar: "networkconfig_ingress" },
  }),
  enable_ipv4: boolean("Gives containers IPv4 addresses.", {
    place: inBody("EnableIPv4"),
    otherwise: true,
    names: { fortisoar: "EnableIPv4" },
    since: "1.47",
  }),
  enable_ipv6: boolean("Gives containers IPv6 addresses.", {
    place: inBody("EnableIPv6"),
    otherwise: false,
    names: { fortisoar: "EnableIPv6", xsoar: "networkconfig_enableipv6" },
  }),
  ipam_driver: text("Address driver; default is the engine's own.", {
    place: inBody("IPAM.Driver"),
    names: { xsoar: "networkconfig_ipam_Driver" },
  }),
  ipam_config: objects("Address ranges; empty lets the engine choose.", {
    place: inBody("IPAM.Config"),
    names: { xsoar: "networkconfig_ipam_Config" },
  }),
  ipam_options: object("Options of the address driver.", {
    place: inBody("IPAM.Options"),
    names: { xsoar: "networkconfig_ipam_Options" },
  }),
  options: object("Options of the driver, such as com.docker.network.driver.mtu.", {
    place: inBody("Options"),
    names: { xsoar: "networkconfig_options" },
  }),
  labels: object("Your own metadata.", { place: inBody("Labels"), names: { xsoar: "networkconfig_labels" } }),
  additional_fields: object("Further fields of the body, as the API spells them.", { place: inBody() }),
};

export const createNetwork = defineAction({
  name: "create_network",
  title: "Create network",
  description: "Creates a network.",
  category: "networks",
  effect: changes,
  platforms: {
    fortisoar: { operation: "create_network" },
    xsoar: { command: "docker-network-create", published: true },
  },
  input,
  output: {
    Id: text("64 hexadecimal digits; 25 letters and digits for Swarm's.", { required: true }),
    Warning: text("A sentence for people; mostly empty.", { required: true }),
  },
  run: operation(
    "NetworkCreate",
    input,
    ({ name }, [network]) => `Successfully created network ${name} with the id ${network?.Id}.`,
  ),
});
