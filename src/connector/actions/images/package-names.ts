import { InvalidArgumentError } from "../../../errors.js";

/**
 * Names of packages of an operating system, each perhaps with a version: `curl`, `curl=8.5.0-r0`.
 * @throws InvalidArgumentError for what is none, as they are words of a command
 */
export function osPackages(given: readonly string[]): string[] {
  const names = given.map((name) => name.trim()).filter((name) => name !== "");
  for (const name of names) {
    if (osPackage.test(name)) continue;
    throw refused(
      "packages",
      name,
      "small letters, digits, plus, minus, dot and underscore, such as curl or curl=8.5.0",
    );
  }
  return names;
}

/**
 * Python libraries as pip takes them: `requests`, `requests[socks]`, `requests>=2,<3`. The commas within one do not end it.
 * @throws InvalidArgumentError for what is none, as they are words of a command
 */
export function pythonLibraries(given: readonly string[]): string[] {
  const names: string[] = [];
  for (const piece of given.map(withoutGaps).filter((piece) => piece !== "")) {
    const last = names.at(-1);
    // A list in a text is cut at every comma.
    const goesOn = last !== undefined && (/^[=<>~!]/.test(piece) || /\[[^\]]*$/.test(last));
    if (goesOn) names[names.length - 1] = `${last},${piece}`;
    else names.push(piece);
  }
  for (const name of names) {
    if (pythonLibrary.test(name)) continue;
    throw refused(
      "dependencies",
      name,
      "a name and perhaps versions, such as requests, requests[socks]==2.32.3 or requests>=2,<3",
    );
  }
  return names;
}

/** Not those between two words, which are two libraries. */
function withoutGaps(text: string): string {
  return text.trim().replace(/\s*([=<>~!]=?|[,[\]])\s*/g, "$1");
}

function refused(field: string, name: string, wanted: string): InvalidArgumentError {
  const shown = JSON.stringify(name.length > 100 ? `${name.slice(0, 100)}…` : name);
  return new InvalidArgumentError(`${field} has ${shown}, which cannot be installed safely: give ${wanted}.`);
}

const osPackage = /^[a-z0-9][a-z0-9+._-]*(?:=[A-Za-z0-9][A-Za-z0-9+.:~_-]*)?$/;
const word = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?";
const version = "(?:==|>=|<=|~=|!=|<|>)[A-Za-z0-9](?:[A-Za-z0-9.+_!-]*[A-Za-z0-9*])?";
const pythonLibrary = new RegExp(`^${word}(?:\\[${word}(?:,${word})*\\])?(?:${version}(?:,${version})*)?$`);
