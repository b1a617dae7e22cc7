import { join } from "node:path";
import type { Newest } from "../../src/client/api-version.js";
import { EngineClient } from "../../src/client/client.js";
import { Connection } from "../../src/client/connection.js";
import type { TestEngine } from "./setup/each-engine.js";

/** What the actions speak to an engine under test with. */
export function clientFor({ host, certPath }: TestEngine): {
  client: EngineClient<Newest>;
  close: () => Promise<void>;
} {
  const file = (name: string) => ({ file: join(certPath ?? "", name) });
  const tls = certPath && { ca: file("ca.pem"), cert: file("cert.pem"), key: file("key.pem") };
  const connection = new Connection({ host, ...(tls && { tls }) });
  return { client: new EngineClient<Newest>(connection), close: () => connection.close() };
}
