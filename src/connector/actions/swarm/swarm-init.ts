import { Swarm } from "../../../resources/swarm.js";
import { changes, defineAction } from "../../action.js";
import { boolean, inBody, integer, list, object, text } from "../../field.js";
import { place } from "../../operation-action.js";
import { anyAddress } from "./any-address.js";

const input = {
  listen_addr: text(
    "address:port or interface:port on which managers listen. Left out: port 2377 of all addresses.",
    { place: inBody("ListenAddr"), names: { xsoar: "listenaddr" } },
  ),
  advertise_addr: text(
    "address[:port] or interface that others reach this node at; empty guesses where there is only one.",
    { place: inBody("AdvertiseAddr"), names: { xsoar: "advertiseaddr" } },
  ),
  data_path_addr: text("Address or interface for overlay traffic; empty takes the advertised one.", {
    place: inBody("DataPathAddr"),
    names: { xsoar: "datapathaddr" },
  }),
  data_path_port: integer("UDP port of overlay traffic, 1024 to 49151; 0 for 4789.", {
    max: 49_151,
    place: inBody("DataPathPort"),
    names: { xsoar: "datapathport" },
  }),
  default_addr_pool: list("Ranges, in CIDR form, that overlay networks get their subnets from.", {
    place: inBody("DefaultAddrPool"),
    names: { xsoar: "defaultaddrpool" },
  }),
  force_new_cluster: boolean("Makes a swarm of this manager alone out of one that lost its majority.", {
    place: inBody("ForceNewCluster"),
    otherwise: false,
    names: { xsoar: "forcenewcluster" },
  }),
  subnet_size: integer("Prefix length of each subnet cut out of those ranges; 0 for 24.", {
    max: 32,
    place: inBody("SubnetSize"),
    names: { xsoar: "subnetsize" },
  }),
  spec_name: text("Name of the swarm's settings; there is only default.", {
    place: inBody("Spec.Name"),
    names: { xsoar: "spec_Name" },
  }),
  spec_labels: object("Your own metadata.", {
    place: inBody("Spec.Labels"),
    names: { xsoar: "spec_Labels" },
  }),
  spec_orchestration: object("How tasks are looked after, such as how many old ones are kept.", {
    place: inBody("Spec.Orchestration"),
    names: { xsoar: "spec_Orchestration" },
  }),
  spec_raft: object("How managers agree. Best left alone.", {
    place: inBody("Spec.Raft"),
    names: { xsoar: "spec_Raft" },
  }),
  spec_dispatcher: object("How managers watch over nodes.", {
    place: inBody("Spec.Dispatcher"),
    names: { xsoar: "spec_Dispatcher" },
  }),
  spec_caconfig: object("The swarm's certificate authority.", {
    place: inBody("Spec.CAConfig"),
    names: { xsoar: "spec_CAConfig" },
  }),
  spec_encryptionconfig: object(
    "How managers protect what they store: AutoLockManagers asks for a key after each restart.",
    {
      place: inBody("Spec.EncryptionConfig"),
      names: { xsoar: "spec_EncryptionConfig" },
    },
  ),
  spec_taskdefaults: object("What tasks get that say nothing themselves, such as a log driver.", {
    place: inBody("Spec.TaskDefaults"),
    names: { xsoar: "spec_TaskDefaults" },
  }),
};

export const swarmInit = defineAction({
  name: "swarm_init",
  title: "Initialise swarm",
  description: "Starts a swarm with this engine as its first manager, and gives the id of the node.",
  category: "swarm",
  effect: changes,
  platforms: { xsoar: { command: "docker-swarm-init", prefix: "Docker.Swarm", published: true } },
  input,
  output: {
    NodeID: text("Id that this engine has as a node of the swarm.", { required: true, entity: "node" }),
  },
  async run(values, { client, call }) {
    const { body } = place(input, values, { ListenAddr: anyAddress });
    const NodeID = await new Swarm(client).init(body as InitBody, call); // its fields are placed in one
    return {
      data: [{ NodeID }],
      message: `Started a swarm with this engine as its manager ${NodeID}.`,
      summary: { NodeID },
    };
  },
});

type InitBody = Parameters<Swarm["init"]>[0];
