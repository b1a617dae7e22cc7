import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { EngineClient } from "../../src/client/client.js";
import { Connection } from "../../src/client/connection.js";
import { BadRequestError } from "../../src/errors.js";
import { Session } from "../../src/resources/session.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("a session", (engine) => {
  const { host, certPath } = engine;
  const file = (name: string) => ({ file: join(certPath ?? "", name) });
  const tls = { ca: file("ca.pem"), cert: file("cert.pem"), key: file("key.pem") };
  const connection = new Connection({ host, ...(certPath !== undefined && { tls }) });
  const session = new Session(new EngineClient(connection));
  const methods = ["/grpc.health.v1.Health/Check"];
  afterAll(() => connection.close());

  test("is a connection on which the engine begins to speak HTTP/2", async () => {
    const connection = await session.open({ id: randomUUID(), methods });
    const [first] = (await once(connection, "data")) as [Buffer];
    expect(first.toString("latin1")).toMatch(/^PRI \* HTTP\/2\.0\r\n/);
    connection.destroy();
    await once(connection, "close");
  });

  test("is refused for an id that is taken", async () => {
    const id = randomUUID();
    const first = await session.open({ id, methods });
    await once(first, "data");
    const failure = await session.open({ id, methods }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BadRequestError);
    expect((failure as BadRequestError).message).toContain(id);
    first.destroy();
  });
});
