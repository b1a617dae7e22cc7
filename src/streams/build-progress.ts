import { ProtocolError } from "../errors.js";
import type { BuildEvent } from "./build-event.js";
import { BuildkitProgress } from "./buildkit-progress.js";
import { ClassicProgress } from "./classic-progress.js";
import type { JobReducer } from "./job.js";
import { isRecord, isText } from "./progress.js";

/**
 * Reads the progress of a build, by whichever builder: BuildKit's messages have ids of their own. `image: false` is for a
 * build whose `outputs` make no image; the id is then empty.
 */
export function buildProgress({
  image = true,
}: {
  image?: boolean;
} = {}): JobReducer<BuildEvent, BuildResult> {
  const buildkit = new BuildkitProgress();
  const classic = new ClassicProgress();
  let builder: BuildkitProgress | ClassicProgress = classic;
  let id = "";
  let isFirst = true;
  return {
    take(message, events) {
      if (message.id === "moby.buildkit.trace") builder = buildkit;
      builder.take(message, events);
      // Each stage of a Dockerfile tells the id of its own image: the last is the one that was asked for.
      id = idInAux(message.aux) ?? (isFirst ? quietId(message.stream) : undefined) ?? id;
      isFirst = false;
    },
    finish(events) {
      builder.finish(events);
      if (id === "" && image) {
        throw new ProtocolError(
          "The engine's answer ended without the id of an image, which every build has. Something between it and here has probably cut it; call again.",
        );
      }
      if (id !== "") events.push({ kind: "image", id });
      return { id };
    },
  };
}

export interface BuildResult {
  /** The id of the image, "sha256:…". */
  readonly id: string;
}

function idInAux(aux: unknown): string | undefined {
  return isRecord(aux) && isText(aux.ID) ? aux.ID : undefined;
}

/** A quiet build says nothing but its id. */
function quietId(stream: unknown): string | undefined {
  return isText(stream) ? /^(sha256:[0-9a-f]{64})\n?$/.exec(stream)?.[1] : undefined;
}
