import { describeOperations } from "./operation-cases.js";

const spec = { Name: "tls", Labels: { a: "b" }, Data: "aGVsbG8=" };

describeOperations("configs", [
  {
    name: "list",
    make: ({ configs }) => configs.list({ filters: { name: ["tls"], label: ["a=b"] } }),
    sent: 'GET /configs?filters={"name":["tls"],"label":["a=b"]}',
    answer: [{ ID: "x" }],
  },
  {
    name: "inspect",
    make: ({ configs }) => configs.inspect("tls"),
    sent: "GET /configs/tls",
    answer: { ID: "x" },
  },
  {
    name: "create",
    make: ({ configs }) => configs.create(spec),
    sent: "POST /configs/create",
    body: spec,
    answer: { ID: "x" },
  },
  {
    name: "update",
    make: ({ configs }) => configs.update("x", { Name: "tls", Labels: {} }, { version: 3 }),
    sent: "POST /configs/x/update?version=3",
    body: { Name: "tls", Labels: {} },
  },
  { name: "remove", make: ({ configs }) => configs.remove("tls"), sent: "DELETE /configs/tls" },
]);
