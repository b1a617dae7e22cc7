import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";

/**
 * Looks a program up in `PATH`. Not left to `spawn`: Windows would look into the working folder first, where anybody's
 * program may lie, and would not see scripts such as `docker-credential-gcloud.cmd`.
 */
export async function findProgram(
  name: string,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Promise<string | undefined> {
  const isWindows = platform === "win32";
  const folders = (variable("PATH", environment, platform) ?? "").split(isWindows ? ";" : ":");
  const endings = isWindows ? variable("PATHEXT", environment, platform) || ".COM;.EXE;.BAT;.CMD" : "";
  for (const folder of folders) {
    const unquoted = isWindows ? folder.replace(/^"(.*)"$/, "$1") : folder;
    if (!isAbsolute(unquoted)) continue;
    for (const ending of endings.split(";")) {
      const file = join(unquoted, name + ending.toLowerCase());
      if (await isProgram(file)) return file;
    }
  }
  return undefined;
}

/** The names of variables have no case on Windows; those of a copied environment do. */
function variable(
  name: string,
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string | undefined {
  if (platform !== "win32") return environment[name];
  return Object.entries(environment).find(([key]) => key.toUpperCase() === name)?.[1];
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    // Whatever is wrong with this one, the search goes on.
    return false;
  }
}
