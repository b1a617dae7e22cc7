import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { engineVersion } from "./raw-answer.js";

/** An engine that answers at once what it is asked: what is measured is the client. */
export async function serveCalls(socketPath: string): Promise<void> {
  const lists = new Map(
    [300, 5_000].map((limit) => [
      `${limit}`,
      JSON.stringify(Array.from({ length: limit }, (_, index) => summary(index))),
    ]),
  );
  const inspect = JSON.stringify({
    ...summary(1),
    HostConfig: hostConfig(),
    State: { Running: true, Pid: 42 },
  });
  const server = createServer((request, response) => {
    request.resume();
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://daemon");
    const path = pathname.replace(/^\/v1\.\d+/, "");
    if (path === "/version") json(response, engineVersion);
    else if (path === "/_ping") response.setHeader("Api-Version", "1.51").end("OK");
    else if (path === "/containers/json") json(response, lists.get(searchParams.get("limit") ?? "") ?? "[]");
    else if (path.endsWith("/json")) json(response, inspect);
    else response.writeHead(404).end();
  });
  server.listen(socketPath);
  await once(server, "listening");
}

function json(response: ServerResponse, text: string): void {
  response.setHeader("Content-Type", "application/json");
  response.setHeader("Content-Length", Buffer.byteLength(text));
  response.end(text);
}

function summary(index: number): object {
  const id = index.toString(16).padStart(64, "0");
  return {
    Id: id,
    Names: [`/web-${index}`],
    Image: "registry.example/team/app:1.2.3",
    ImageID: `sha256:${id}`,
    Command: "/docker-entrypoint.sh nginx -g 'daemon off;'",
    Created: 1_700_000_000 + index,
    Ports: [{ IP: "0.0.0.0", PrivatePort: 80, PublicPort: 8000 + index, Type: "tcp" }],
    Labels: { "com.docker.compose.project": "shop", "com.docker.compose.service": "web" },
    State: "running",
    Status: "Up 3 hours (healthy)",
    HostConfig: { NetworkMode: "shop_default" },
    NetworkSettings: {
      Networks: { shop_default: { NetworkID: id, EndpointID: id, IPAddress: "172.18.0.2" } },
    },
    Mounts: [
      {
        Type: "volume",
        Name: "data",
        Source: "/var/lib/docker/volumes/data",
        Destination: "/data",
        RW: true,
      },
    ],
  };
}

function hostConfig(): object {
  return {
    Memory: 536_870_912,
    NanoCpus: 500_000_000,
    Binds: ["/etc/localtime:/etc/localtime:ro"],
    RestartPolicy: { Name: "always", MaximumRetryCount: 0 },
    LogConfig: { Type: "json-file", Config: { "max-size": "10m" } },
    Ulimits: [{ Name: "nofile", Soft: 1024, Hard: 2048 }],
  };
}
