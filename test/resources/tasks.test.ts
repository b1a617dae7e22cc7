import { describeOperations } from "./operation-cases.js";

describeOperations("tasks", [
  {
    name: "list",
    make: ({ tasks }) => tasks.list({ filters: { service: ["web"], "desired-state": ["running"] } }),
    sent: 'GET /tasks?filters={"service":["web"],"desired-state":["running"]}',
    answer: [{ ID: "t1" }],
  },
  { name: "inspect", make: ({ tasks }) => tasks.inspect("t1"), sent: "GET /tasks/t1", answer: { ID: "t1" } },
  {
    name: "logs",
    make: ({ tasks }) => tasks.logs("t1", { tail: "5", timestamps: true, since: 7 }).collect(),
    sent: "GET /tasks/t1/logs?tail=5&timestamps=true&since=7&stdout=true&stderr=true",
    answer: Buffer.alloc(0),
    gives: { stdout: Buffer.alloc(0), stderr: Buffer.alloc(0) },
  },
]);
