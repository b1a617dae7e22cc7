import { afterAll, test } from "vitest";
import { allStories } from "../testing/stories/all-stories.js";
import { dockerFor } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

// The same stories as those of the test engine, which cannot drift away from real engines so.
describeEngines.edges("the stories of the test engine", (engine) => {
  const docker = dockerFor(engine);
  afterAll(() => docker.close());

  test.concurrent.each(allStories)("%s", { timeout: 30_000 }, async (_, story) => {
    await story(docker, engine);
  });
});
