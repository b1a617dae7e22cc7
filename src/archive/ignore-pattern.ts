import { fromGo } from "./go-expression.js";

/**
 * Makes a test of a pattern as a `.dockerignore` file has them: `*` and `?` stay between two slashes, `**` does not,
 * `[a-z]` and `[^a-z]` are one character, a backslash takes the next character as it is. Undefined if it cannot be read.
 *
 * The CLI turns a pattern into a regular expression of Go without looking where a class begins and ends, and takes short
 * cuts for simple patterns, both of which show. So the same way is gone here: what a file leaves out must not depend on
 * who builds.
 */
export function compileIgnorePattern(pattern: string): ((path: string) => boolean) | undefined {
  if (!isWellFormed(pattern)) return undefined;
  const { source, form } = translate(pattern);
  if (form === "exact") return (path) => path === pattern;
  if (form === "prefix") return (path) => path.startsWith(pattern.slice(0, -"**".length));
  if (form === "suffix") {
    const suffix = pattern.slice("**".length);
    return (path) => path.endsWith(suffix) || (suffix.startsWith("/") && path === suffix.slice(1));
  }
  const expression = fromGo(source);
  return expression === undefined ? undefined : (path) => expression.test(path);
}

/** Go's check of a pattern: every class is closed and not empty, every range has two ends, no escape stands last. */
function isWellFormed(pattern: string): boolean {
  const element = String.raw`(?:\\.|[^\\\]-])`;
  const whole = String.raw`^(?:\\.|\[(?:\^|(?!\^))(?:${element}(?:-${element})?)+\]|[^\\[])*$`;
  return new RegExp(whole, "su").test(pattern);
}

type Form = "exact" | "prefix" | "suffix" | "expression";

/** The CLI's translation, with a form that says what can be compared without a regular expression. */
function translate(pattern: string): { source: string; form: Form } {
  const characters = [...pattern];
  let source = "";
  let form: Form = "exact";
  for (let at = 0; at < characters.length; at++) {
    const isFirst = at === 0;
    const character = characters[at] ?? "";
    if (character === "*" && characters[at + 1] === "*") {
      at++;
      if (characters[at + 1] === "/") at++;
      const isLast = at + 1 >= characters.length;
      source += isLast ? ".*" : "(.*/)?";
      form = isLast && form === "exact" ? "prefix" : "expression";
      if (isFirst) form = "suffix";
    } else if (character === "*" || character === "?") {
      source += character === "*" ? "[^/]*" : "[^/]";
      form = "expression";
    } else if (character === "\\") {
      at++;
      source += `\\${characters[at] ?? ""}`;
      form = "expression";
    } else if (character === "[" || character === "]") {
      source += character;
      form = "expression";
    } else {
      source += ".+()|{}$".includes(character) ? `\\${character}` : character;
    }
  }
  return { source, form };
}
