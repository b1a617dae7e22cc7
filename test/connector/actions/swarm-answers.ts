/** What an engine tells of a swarm, as far as the tests look at it. */

const times = { CreatedAt: "2026-01-01T00:00:00Z", UpdatedAt: "2026-01-01T00:00:00Z" };
const meta = { ID: "abc", Version: { Index: 7 }, ...times };
export const node = {
  ...meta,
  Spec: { Name: "", Role: "worker", Availability: "active", Labels: { zone: "a" } },
  Description: { Hostname: "n1" },
  Status: { State: "ready", Addr: "10.0.0.5" },
};
export const service = {
  ...meta,
  Spec: {
    Name: "web",
    Labels: { team: "a" },
    TaskTemplate: { ContainerSpec: { Image: "web:1", Env: ["A=1"] }, ForceUpdate: 0 },
    Mode: { Replicated: { Replicas: 3 } },
    EndpointSpec: { Mode: "vip" },
  },
  Endpoint: { Spec: {} },
};
export const task = {
  ...meta,
  Labels: {},
  Spec: { ContainerSpec: { Image: "web:1" } },
  ServiceID: "s1",
  Slot: 1,
  NodeID: "n1",
  Status: { State: "running" },
  DesiredState: "running",
};
export const secret = { ...meta, Spec: { Name: "key", Labels: { team: "a" } } };
export const config = { ...meta, Spec: { Name: "conf", Labels: {}, Data: "aGVsbG8=" } };
export const swarm = {
  ...meta,
  Spec: { Name: "default" },
  TLSInfo: {},
  RootRotationInProgress: false,
  DefaultAddrPool: null,
  SubnetSize: 24,
  DataPathPort: 4789,
  JoinTokens: { Worker: "SWMTKN-1-w", Manager: "SWMTKN-1-m" },
};
