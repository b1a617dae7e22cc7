import { events } from "./events.js";
import { execs } from "./execs.js";
import { imagesAndFiles } from "./images-and-files.js";
import { lifecycle } from "./lifecycle.js";
import { networksAndVolumes } from "./networks-and-volumes.js";
import { output } from "./output.js";
import { refusals } from "./refusals.js";
import type { Story } from "./story.js";

export const allStories: readonly (readonly [string, Story])[] = Object.entries({
  ...lifecycle,
  ...refusals,
  ...output,
  ...execs,
  ...events,
  ...networksAndVolumes,
  ...imagesAndFiles,
});
