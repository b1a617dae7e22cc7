const sdk = require("docker-engine-sdk");

import("./story.mjs").then(({ story }) => story(sdk, JSON.parse(process.env.STORY_SETTINGS ?? "{}")));
