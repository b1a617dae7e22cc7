import { posix } from "node:path";
import { InvalidArgumentError } from "../errors.js";
import { compileIgnorePattern } from "./ignore-pattern.js";

/**
 * The rules of a `.dockerignore` file. The last rule that matches a path, or a folder above it, decides. Paths are relative
 * to the folder that is built, with slashes.
 */
export interface Dockerignore {
  /** Says whether a path is left out. Fastest when paths come in the order of a walk. */
  ignores(path: string): boolean;
  /** Says whether an exception can bring back something below a folder that is left out. */
  mayKeepBelow(directory: string): boolean;
}

/** Reads the text of a `.dockerignore` file. `file` names it in errors. */
export function parseDockerignore(text: string, file = ".dockerignore"): Dockerignore {
  const rules = text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .flatMap((line) => ruleOf(line, file) ?? []);
  const exceptions = rules.filter((rule) => rule.isException);
  /** Which rules match a folder, for the folders above the last path. */
  const above = new Map<string, readonly boolean[]>([["", []]]);

  function decide(path: string): { ignored: boolean; matches: boolean[] } {
    const byFolder = matchesOfFolder(path.slice(0, Math.max(path.lastIndexOf("/"), 0)));
    let ignored = false;
    const matches = rules.map(({ isException, matches }, index) => {
      // A rule that would change nothing is not asked. That shows: it does not match what lies below either.
      const match = byFolder[index] || (isException === ignored && matches(path));
      if (match) ignored = !isException;
      return match;
    });
    return { ignored, matches };
  }

  function matchesOfFolder(folder: string): readonly boolean[] {
    const known = above.get(folder);
    if (known !== undefined) return known;
    const { matches } = decide(folder);
    for (const other of above.keys()) {
      if (other !== "" && !folder.startsWith(`${other}/`)) above.delete(other);
    }
    above.set(folder, matches);
    return matches;
  }

  return {
    ignores: (path) => decide(path).ignored,
    mayKeepBelow: (directory) => exceptions.some((rule) => reachesBelow(rule, `${directory}/`)),
  };
}

interface Rule {
  /** Starts with `!`: brings back what earlier rules leave out. */
  readonly isException: boolean;
  readonly pattern: string;
  readonly matches: (path: string) => boolean;
}

function ruleOf(line: string, file: string): Rule | undefined {
  // Only at the very start of the line: the CLI takes an indented # for a name.
  if (line.startsWith("#")) return undefined;
  const trimmed = trim(line);
  if (trimmed === "") return undefined;
  const isException = trimmed.startsWith("!");
  const pattern = relative(isException ? trim(trimmed.slice(1)) : trimmed);
  const matches = compileIgnorePattern(pattern);
  const saysNothing = pattern === "" || (isException && pattern === "/");
  if (!saysNothing && matches !== undefined) return { isException, pattern, matches };
  throw new InvalidArgumentError(
    `${file} has a pattern that cannot be read: ${JSON.stringify(trimmed)}. Correct or remove that line.`,
  );
}

/** The shortest form of a path, without the slashes around it. */
function relative(pattern: string): string {
  if (pattern === "") return "";
  const slashed = process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
  const shortest = posix.normalize(slashed).replace(/(?<=.)\/$/, "");
  return shortest.length > 1 && shortest.startsWith("/") ? shortest.slice(1) : shortest;
}

/** The spaces that Go removes. They are not quite those of JavaScript. */
function trim(text: string): string {
  const space = "[\\t-\\r \\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]";
  return text.replace(new RegExp(`^${space}+|${space}+$`, "g"), "");
}

/**
 * Says whether a pattern can match below a folder. The classic builder of the CLI looks into a folder that is left out only
 * for exceptions that spell it out; BuildKit, the default since, also for those with wildcards, as the documentation has it.
 */
function reachesBelow({ pattern }: Rule, folder: string): boolean {
  const special = pattern.search(/[*?[\\]/);
  if (special === -1) return `${pattern}/`.startsWith(folder);
  const stem = pattern.slice(0, special);
  return stem.startsWith(folder) || folder.startsWith(stem);
}
