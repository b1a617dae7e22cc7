import { expect, it } from "vitest";
import { describeEndpoint } from "../../src/transport/describe-endpoint.js";
import type { TcpEndpoint, TlsOptions } from "../../src/transport/endpoint.js";

const endpoint = (tls: TlsOptions | undefined): TcpEndpoint => ({
  kind: "tcp",
  address: "tcp://h:1",
  source: "DOCKER_HOST",
  looked: ["a does not exist"],
  headers: { "X-Token": "s3cret" },
  hostname: "h",
  port: 1,
  basePath: "",
  tls,
});

it("describeEndpoint tells how the endpoint was chosen, without secrets", () => {
  const tls = { ca: "s3cret", cert: "s3cret", key: "s3cret", passphrase: "s3cret", pin: "sha256/x" };
  const description = describeEndpoint(endpoint(tls));
  expect(description).toEqual({
    kind: "tcp",
    address: "tcp://h:1",
    source: "DOCKER_HOST",
    looked: ["a does not exist"],
    headers: ["X-Token"],
    tls: { verified: true, authorities: "own", clientCertificate: true, pinned: true },
  });
  expect(JSON.stringify(description)).not.toContain("s3cret");
});

it("describeEndpoint tells TLS without verification and no TLS apart", () => {
  expect(describeEndpoint(endpoint({ rejectUnauthorized: false })).tls).toEqual({
    verified: false,
    authorities: "public",
    clientCertificate: false,
    pinned: false,
  });
  expect(describeEndpoint(endpoint(undefined)).tls).toBeUndefined();
});
