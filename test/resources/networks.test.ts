import { describeOperations } from "./operation-cases.js";

describeOperations("networks", [
  {
    name: "list",
    make: ({ networks }) =>
      networks.list({ filters: { driver: ["bridge"], dangling: false, label: ["a=b"] } }),
    sent: 'GET /networks?filters={"driver":["bridge"],"dangling":["false"],"label":["a=b"]}',
    answer: [{ Id: "x", Name: "shop" }],
  },
  {
    name: "list without anything",
    make: ({ networks }) => networks.list(),
    sent: "GET /networks",
    answer: [],
  },
  {
    name: "inspect",
    make: ({ networks }) => networks.inspect("a/b", { verbose: true, scope: "swarm" }),
    sent: "GET /networks/a%2Fb?verbose=true&scope=swarm",
    answer: { Id: "x" },
  },
  {
    name: "create",
    make: ({ networks }) => networks.create({ Name: "shop", Driver: "bridge", Labels: { a: "b" } }),
    sent: "POST /networks/create",
    body: { Name: "shop", Driver: "bridge", Labels: { a: "b" } },
    answer: { Id: "x", Warning: "" },
  },
  { name: "remove", make: ({ networks }) => networks.remove("shop"), sent: "DELETE /networks/shop" },
  {
    name: "connect",
    make: ({ networks }) =>
      networks.connect("shop", { Container: "web", EndpointConfig: { Aliases: ["www"] } }),
    sent: "POST /networks/shop/connect",
    body: { Container: "web", EndpointConfig: { Aliases: ["www"] } },
  },
  {
    name: "disconnect",
    make: ({ networks }) => networks.disconnect("shop", { Container: "web", Force: true }),
    sent: "POST /networks/shop/disconnect",
    body: { Container: "web", Force: true },
  },
  {
    name: "prune",
    make: ({ networks }) => networks.prune({ filters: { "label!": ["keep"], until: "24h" } }),
    sent: 'POST /networks/prune?filters={"label!":["keep"],"until":["24h"]}',
    answer: { NetworksDeleted: ["shop"] },
  },
]);
