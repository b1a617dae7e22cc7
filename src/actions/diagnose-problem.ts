import { ApiError, DockerError } from "../errors.js";

/** Something that is wrong, and what to do about it. */
export interface Problem {
  readonly what: string;
  readonly remedy: string;
}

/** Our messages say in their first sentence what is wrong, and in the others what helps. */
export function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ApiError) {
    return {
      what: `The engine, or a program before it, answered with status ${error.status}: ${message}`,
      remedy: "Its log says more.",
    };
  }
  if (!(error instanceof DockerError)) {
    // Its message is somebody else's, and may hold anything.
    const failure = error instanceof Error ? error.name : "something that is no Error";
    return {
      what: `A function given as an option failed with ${failure}.`,
      remedy:
        "Look at that function, such as `auth`: what it says is not shown here, as it may hold a secret.",
    };
  }
  const [, what = message, remedy] = /^(.+?[.?!])\s+(?=["`A-Z])(.+)$/s.exec(message) ?? [];
  return { what, remedy: remedy ?? "Correct it and try again." };
}
