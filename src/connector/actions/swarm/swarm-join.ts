import { changes, defineAction } from "../../action.js";
import { inBody, integer, list, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { anyAddress } from "./any-address.js";

const input = {
  listen_addr: text(
    "address:port or interface:port on which it listens as a manager. Left out: port 2377 of all addresses.",
    {
      place: inBody("ListenAddr"),
      names: { xsoar: "listenaddr" },
    },
  ),
  advertise_addr: text(
    "address[:port] or interface that others reach this node at; empty guesses where there is only one.",
    { place: inBody("AdvertiseAddr"), names: { xsoar: "advertiseaddr" } },
  ),
  data_path_addr: text("Address or interface for overlay traffic; empty takes the advertised one.", {
    place: inBody("DataPathAddr"),
    names: { xsoar: "datapathaddr" },
  }),
  remote_addrs: list("address[:port] of managers; one that answers is enough.", {
    place: inBody("RemoteAddrs"),
    names: { xsoar: "remoteaddrs" },
  }),
  join_token: text("The token, which also decides between worker and manager.", {
    place: inBody("JoinToken"),
    names: { xsoar: "jointoken" },
    secret: true,
  }),
};

export const swarmJoin = defineAction({
  name: "swarm_join",
  title: "Join swarm",
  description: "Joins this engine to a swarm, as worker or manager by the kind of token.",
  category: "swarm",
  effect: changes,
  platforms: { xsoar: { command: "docker-swarm-join", published: true } },
  input,
  output: {
    statusCode: integer("Status of the answer.", { required: true }),
  },
  run: operation("SwarmJoin", input, () => "This engine has joined the swarm.", {
    base: () => ({ ListenAddr: anyAddress }),
  }),
});
