import { readFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { type RequestOptions, request as requestSecurely } from "node:https";
import { join } from "node:path";

/** One plain HTTP call to an engine, on purpose without the SDK, which is what the tests put in question. */
export async function call(
  engine: EngineAddress,
  method: string,
  path: string,
  { body, contentType = "application/json", timeout = 10_000 }: CallBody = {},
): Promise<Answer> {
  const options: RequestOptions = {
    ...(await connectionOf(engine)),
    method,
    path,
    agent: false,
    headers: body === undefined ? {} : { "Content-Type": contentType, "Content-Length": body.byteLength },
    signal: AbortSignal.timeout(timeout),
  };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const send = engine.certPath === undefined ? request : requestSecurely;
    send(options, resolve).on("error", reject).end(body);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") };
}

export interface EngineAddress {
  /** `unix:///path` or `tcp://name:port`. */
  readonly host: string;
  /** A folder with ca.pem, cert.pem and key.pem; with it the call is made over TLS. */
  readonly certPath?: string;
}

export interface CallBody {
  readonly body?: Uint8Array;
  readonly contentType?: string;
  readonly timeout?: number;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

async function connectionOf({ host, certPath }: EngineAddress): Promise<RequestOptions> {
  if (host.startsWith("unix://")) return { socketPath: host.slice("unix://".length) };
  if (!host.startsWith("tcp://")) {
    throw new Error(
      `The engine address ${host} is not understood here. Give unix:///path or tcp://name:port.`,
    );
  }
  const { hostname, port } = new URL(host);
  if (certPath === undefined) return { host: hostname, port: port || 2375 };
  const [ca, cert, key] = await Promise.all(
    ["ca.pem", "cert.pem", "key.pem"].map((file) => readFile(join(certPath, file))),
  );
  return { host: hostname, port: port || 2376, ca, cert, key };
}
