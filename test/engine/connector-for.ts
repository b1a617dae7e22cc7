import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Connector, createConnector } from "../../src/connector/connector.js";
import type { TestEngine } from "./setup/each-engine.js";

/** A connector for an engine under test, configured as a platform's form does it: texts, certificates as PEM text. */
export function connectorFor(
  { host, certPath }: Pick<TestEngine, "host" | "certPath">,
  config: object = {},
): Connector {
  const pem = (name: string) => readFileSync(join(certPath ?? "", name), "utf8");
  const tls =
    certPath === undefined
      ? {}
      : { caCert: pem("ca.pem"), clientCert: pem("cert.pem"), clientKey: pem("key.pem") };
  return createConnector({ url: host, rateLimit: "0", ...tls, ...config });
}
