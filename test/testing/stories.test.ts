import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BUSYBOX_IMAGE } from "../../scripts/engine/busybox.js";
import { Docker } from "../../src/docker.js";
import { createEngine } from "../../src/testing/engine/engine.js";
import { type Host, startHost } from "../../src/testing/http-host.js";
import { AnswerJudge } from "./answer-judge.js";
import { allStories } from "./stories/all-stories.js";

describe.each(["1.40", "1.43", "1.47", "1.51"])("the test engine with API %s", (apiVersion) => {
  const minor = Number(apiVersion.slice(2));
  const judge = new AnswerJudge(apiVersion);
  const engine = createEngine({ apiVersion, images: [BUSYBOX_IMAGE] });
  let host: Host;
  let docker: Docker;

  beforeAll(async () => {
    host = await startHost({
      headers: engine.headers,
      handle: (exchange) => engine.handler(judge.over(exchange)),
    });
    docker = new Docker({ host: host.host });
  });
  afterAll(async () => {
    await docker.close();
    await host.stop();
    await engine.stop();
  });

  const stage = {
    image: BUSYBOX_IMAGE,
    labels: { story: "1" },
    uniqueName: (area: string) => `story-${area}-${randomBytes(3).toString("hex")}`,
    since: (version: string) => minor >= Number(version.slice(2)),
  };
  test.concurrent.each(allStories)("%s", async (_, story) => {
    await story(docker, stage);
  });

  test("all its JSON answers are what the patched spec says", () => {
    expect(judge.mismatches()).toEqual([]);
    expect(judge.judged).toBeGreaterThan(200);
  });
});
