import { join } from "node:path";
import { type DeployOptions, deploy } from "../../src/actions/deploy.js";
import type { DeployEvent } from "../../src/actions/deploy-event.js";
import type { DeploySpec } from "../../src/actions/deploy-spec.js";
import type { DeployResult } from "../../src/actions/deployment.js";
import type { Newest } from "../../src/client/api-version.js";
import type { CallOptions } from "../../src/client/call-options.js";
import { EngineClient } from "../../src/client/client.js";
import { Connection } from "../../src/client/connection.js";

/** Deploys to an engine, and notes what is told meanwhile. */
export function deployer({ host, certPath }: { host: string; certPath?: string }): Deployer {
  const file = (name: string) => ({ file: join(certPath ?? "", name) });
  const tls = certPath && { ca: file("ca.pem"), cert: file("cert.pem"), key: file("key.pem") };
  const connection = new Connection({ host, ...(tls && { tls }) });
  const client = new EngineClient<Newest>(connection);
  return {
    async deploy(spec, options, call) {
      const deployment = deploy(client, spec, options, call);
      const events: DeployEvent[] = [];
      let failure: unknown;
      try {
        for await (const event of deployment) events.push(event);
      } catch (error) {
        failure = error;
      }
      return { events, failure, result: failure === undefined ? await deployment : undefined };
    },
    close: () => connection.close(),
  };
}

export interface Deployer {
  deploy(spec: DeploySpec, options?: DeployOptions, call?: CallOptions): Promise<Deployed>;
  close(): Promise<void>;
}

export interface Deployed {
  readonly events: readonly DeployEvent[];
  readonly failure: unknown;
  readonly result: DeployResult | undefined;
}
