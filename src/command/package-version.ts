import { readFileSync } from "node:fs";

/** The version of this package. Its package.json stands some folders above, in the source and in what is built of it. */
export function packageVersion(): string {
  for (const above of ["..", "../.."]) {
    try {
      const text = readFileSync(new URL(`${above}/package.json`, import.meta.url), "utf8");
      const { name, version } = JSON.parse(text) as { name?: string; version?: string }; // judged right below
      if (name === "docker-engine-sdk" && version !== undefined) return version;
    } catch {
      // Not in this folder.
    }
  }
  return "unknown";
}
