import type { OperationId } from "../../../generated/operations.js";
import { jsonBody } from "./json-body.js";
import { Refusal } from "./refusal.js";
import { infoAnswer, usageAnswer, versionAnswer } from "./system-answers.js";
import { streamEvents } from "./system-events.js";
import type { Call, Route } from "./world.js";

export const systemRoutes: Partial<Record<OperationId, Route>> = {
  SystemPing: ping,
  SystemPingHead: ping,
  SystemVersion: ({ world, exchange }) => exchange.answer(200, versionAnswer(world)),
  SystemInfo: ({ world, exchange, minor }) => exchange.answer(200, infoAnswer(world, minor)),
  SystemDataUsage: usage,
  SystemEvents: streamEvents,
  SystemAuth: auth,
  PluginList: ({ exchange }) => exchange.answer(200, []),
  PluginInspect: ({ params }) => {
    throw new Refusal(404, `plugin "${params.name}" not found`);
  },
  BuildPrune: ({ exchange }) => exchange.answer(200, { CachesDeleted: null, SpaceReclaimed: 0 }),
};

function ping({ exchange, world }: Call): void {
  const headers = {
    "Builder-Version": world.version.era === 20 ? "1" : "2",
    "Cache-Control": "no-cache, no-store, must-revalidate",
    Pragma: "no-cache",
    "Content-Type": "text/plain; charset=utf-8",
    ...(world.version.minor >= 42 && { Swarm: "inactive" }),
  };
  exchange.send(200, exchange.method === "HEAD" ? "" : "OK", headers);
}

function usage({ world, exchange, query, minor }: Call): void {
  const types = minor < 42 ? [] : query.getAll("type");
  const unknown = types.find((type) => !["container", "image", "volume", "build-cache"].includes(type));
  if (unknown !== undefined) throw new Refusal(400, `unknown object type: ${unknown}`);
  exchange.answer(200, usageAnswer(world, minor, types));
}

/** No registry is asked: a name and a password are taken as they are. */
async function auth(call: Call): Promise<void> {
  const { username = "", password = "" } = await jsonBody<{ username: string; password: string }>(call);
  if (username === "" || password === "") {
    throw new Refusal(
      401,
      'Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password',
    );
  }
  call.exchange.answer(200, { IdentityToken: "", Status: "Login Succeeded" });
}
