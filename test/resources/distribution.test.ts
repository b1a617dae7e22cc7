import { describeOperations } from "./operation-cases.js";

const answer = { Descriptor: { digest: "sha256:x" }, Platforms: [] };

describeOperations("distribution", [
  {
    name: "inspect",
    make: ({ distribution }) => distribution.inspect("registry.example/team/app:1"),
    sent: "GET /distribution/registry.example%2Fteam%2Fapp%3A1/json",
    registry: "registry.example",
    answer,
  },
  {
    name: "inspect, elsewhere",
    make: ({ distribution }) => distribution.inspect("other.example:5000/app"),
    sent: "GET /distribution/other.example%3A5000%2Fapp/json",
    registry: "other.example:5000",
    answer,
  },
]);
