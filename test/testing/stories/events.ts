import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { box, type Story } from "./story.js";

export const events: Record<string, Story> = {
  "the life of a container is told in order": async (docker, stage) => {
    const since = Date.now() / 1000 - 1;
    await using web = await box(docker, stage, "exit 2");
    await docker.containers.wait(web.id);
    await docker.containers.remove(web.id);
    const told: string[] = [];
    const filters = { container: [web.id] };
    for await (const event of docker.system.events({ since, until: Date.now() / 1000 + 1, filters })) {
      expect(event.Actor?.Attributes).toMatchObject({ name: web.name, image: stage.image });
      told.push(event.Action ?? "");
      if (event.Action === "die") expect(event.Actor?.Attributes?.exitCode).toBe("2");
    }
    expect(told).toEqual(["create", "start", "die", "destroy"]);
  },

  "events come as they happen, of the kinds that are asked for": async (docker, stage) => {
    await using web = await box(docker, stage);
    const told: string[] = [];
    const filters = {
      type: ["container" as const],
      container: [web.id],
      event: ["pause", "unpause", "rename"],
    };
    const since = Date.now() / 1000;
    const listening = (async () => {
      for await (const { Action = "" } of docker.system.events({ since, filters })) {
        told.push(Action);
        if (told.length === 3) return;
      }
    })();
    await sleep(200);
    await docker.containers.pause(web.id);
    await docker.containers.unpause(web.id);
    await docker.containers.rename(web.id, stage.uniqueName("other"));
    await listening;
    expect(told).toEqual(["pause", "unpause", "rename"]);
  },

  "an exec and a health check are told of, with their commands": async (docker, stage) => {
    const since = Date.now() / 1000 - 1;
    await using web = await box(docker, stage);
    await docker.exec(web.id, ["sh", "-c", "exit 3"]);
    const told: string[] = [];
    const filters = { container: [web.id], event: ["exec_create", "exec_start", "exec_die"] };
    for await (const { Action = "", Actor } of docker.system.events({
      since,
      until: Date.now() / 1000 + 1,
      filters,
    }))
      told.push([Action, Actor?.Attributes?.exitCode].filter((part) => part !== undefined).join(" = "));
    expect(told).toEqual(["exec_create: sh -c exit 3", "exec_start: sh -c exit 3", "exec_die = 3"]);
  },
};
