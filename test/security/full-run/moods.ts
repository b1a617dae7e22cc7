import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** Engines of every mood. Each request is noted and its body read before it is answered. */
export function moods(note: (request: IncomingMessage) => void): Readonly<Record<string, RequestListener>> {
  const listener =
    (answer: (request: IncomingMessage, response: ServerResponse) => void): RequestListener =>
    (request, response) => {
      note(request);
      request.on("error", () => {}).resume();
      request.on("end", () => {
        if (request.url === "/version") response.end('{"ApiVersion":"1.51","MinAPIVersion":"1.24"}');
        else answer(request, response);
      });
    };
  return {
    works: listener(work),
    refuses: listener((_, response) => response.writeHead(500, json).end('{"message":"No."}')),
    lies: listener((_, response) => response.writeHead(200, json).end("{ no JSON")),
    cuts: listener((request) => request.socket.destroy()),
  };
}

const json = { "Content-Type": "application/json" };

const web = {
  Id: "x",
  Name: "/web",
  Image: "sha256:1",
  State: { Running: false, Status: "exited" },
  Config: { Image: "x", Env: [], Labels: {} },
  HostConfig: { NetworkMode: "default" },
  NetworkSettings: { Networks: {} },
  Mounts: [],
};

/** As far as the calls of the full run need it. */
function work({ method, url = "" }: IncomingMessage, response: ServerResponse): void {
  const [path = ""] = url.replace(/^\/v1\.\d+/, "").split("?");
  if (path === "/containers/web/json") return void response.writeHead(200, json).end(JSON.stringify(web));
  // A service that is deployed is a new one then.
  if (method === "GET" && path.startsWith("/services/"))
    return void response.writeHead(404, json).end('{"message":"No such service."}');
  const text = /\/(?:logs|attach|start)$/.test(path)
    ? ""
    : /^\/images\/create|\/push$|^\/build|^\/plugins\/pull/.test(path)
      ? '{"status":"ok"}\n{"aux":{"ID":"sha256:1","Digest":"sha256:2"}}\n'
      : method === "GET" && /\/(?:json|search|services|tasks|nodes)$/.test(path) && !/\/.+\/.+\//.test(path)
        ? "[]"
        : '{"Id":"x","ID":"x","StatusCode":0,"Running":false,"ExitCode":0,"Status":"Login Succeeded"}';
  response.writeHead(200, json).end(text);
}
