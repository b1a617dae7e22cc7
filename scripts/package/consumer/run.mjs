import * as sdk from "docker-engine-sdk";
import { story } from "./story.mjs";

story(sdk, JSON.parse(process.env.STORY_SETTINGS ?? "{}"));
