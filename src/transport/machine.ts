import { userInfo } from "node:os";

/** What the search for an engine needs to know of the computer it runs on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** The user's folder as the system knows it: for when the environment has no `HOME`. */
  readonly home: string | undefined;
  /** Where an engine listens when nobody says otherwise; used everywhere but on Windows. */
  readonly defaultSocket: string;
  /** The user's folder for sockets: for when the environment has no `XDG_RUNTIME_DIR`. */
  readonly runtimeDirectory: string | undefined;
}

export function thisMachine(): Machine {
  const uid = process.getuid?.();
  return {
    platform: process.platform,
    home: homeOfUser(),
    defaultSocket: "/var/run/docker.sock",
    runtimeDirectory: uid === undefined ? undefined : `/run/user/${uid}`,
  };
}

/** Not `os.homedir()`, which reads `process.env`: the caller may have given another environment. */
function homeOfUser(): string | undefined {
  try {
    return userInfo().homedir || undefined;
  } catch {
    // A container may run under a number that has no line in its passwd file. Then there is no such folder.
    return undefined;
  }
}
