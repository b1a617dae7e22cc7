import { describe, expect, it } from "vitest";
import { parseDockerignore } from "../../src/archive/dockerignore.js";
import { InvalidArgumentError } from "../../src/errors.js";

/** What of the paths is left out. */
function ignored(text: string, ...paths: string[]): string[] {
  const rules = parseDockerignore(text);
  return paths.filter((path) => rules.ignores(path));
}

describe("a .dockerignore file", () => {
  // Each checked against the contexts that the CLI (28.2.2) sends to the classic builder. Only an exception with a wildcard
  // counts as BuildKit counts it: the classic builder does not look for it in folders that are left out.
  it.each<[string, string, string[], string[]]>([
    ["a name only at the top", "a", ["a", "a/x", "a/b/c"], ["b/a", "ab", "a.b"]],
    ["slashes around a name as nothing", "/a/", ["a", "a/x"], ["b/a"]],
    ["dots on the way as nothing", "./a/../b/.", ["b", "b/x"], ["a"]],
    ["a pattern that leads out as one that matches nothing", "../a", [], ["a"]],
    ["a single dot as nothing", ".", [], ["a", ".git"]],
    ["a single slash as nothing", "/", [], ["a"]],
    ["spaces around a pattern as nothing", "  a \t\r", ["a"], ["b"]],
    ["spaces within a pattern as themselves", "a b", ["a b"], ["a", "b"]],
    ["a # at the start as a comment", "#a", [], ["a", "#a"]],
    ["a # behind a space as a name", " #a", ["#a"], ["a"]],
    ["a byte order mark as nothing", "\uFEFFa", ["a"], []],
    ["empty lines as nothing", "\n\n \na\n", ["a"], ["b"]],
    ["* as anything up to a slash", "*.md", ["x.md", ".md"], ["a/x.md", "x.mdx"]],
    ["* as a folder with what it holds", "*/b", ["a/b", "a/b/c"], ["b", "a/c/b"]],
    ["? as one character, also a large one", "a?", ["ab", "a😀"], ["a", "abc", "a/b"]],
    ["** as any number of folders", "**/x", ["x", "a/x", "a/b/x", "a/x/y"], ["ax", "a/ax"]],
    ["** before a name as any beginning", "**x", ["x", "ax", "a/bx"], ["xa"]],
    ["** in the middle as folders, or none", "a/**/x", ["a/x", "a/b/x", "a/b/c/x"], ["a", "a/bx", "b/a/x"]],
    ["** at the end as what lies below", "a/**", ["a/b", "a/b/c"], ["a", "ab"]],
    ["** alone as everything", "**", ["a", "a/b", ".git"], []],
    ["* alone as everything by its folders", "*", ["a", "a/b"], []],
    ["a class", "[a-c]x", ["ax", "cx"], ["dx", "x"]],
    ["a negated class", "[^a-c]x", ["dx"], ["ax", "x"]],
    ["! in a class as a character", "[!a]x", ["ax", "!x"], ["bx"]],
    [
      "characters that mean something elsewhere as themselves",
      "a+(b).{c}$|d",
      ["a+(b).{c}$|d"],
      ["aab", "d"],
    ],
    ["an escaped character as itself", "\\*\\a[\\]]", ["*\x07]"], ["*a]", "xa]"]],
    ["an escaped ! as a name", "\\!a", ["!a"], ["a"]],
    ["an escaped # as a name", "\\#a", ["#a"], []],
    ["no difference between lower and upper case", "A", ["A"], ["a"]],
    ["an exception behind a rule", "*\n!a", ["b", "b/x"], ["a", "a/x"]],
    ["an exception before a rule as nothing", "!a\n*", ["a", "b"], []],
    ["a rule behind an exception", "a\n!a/b\na/b/c", ["a", "a/x", "a/b/c"], ["a/b", "a/b/d"]],
    ["a space behind the !", "*\n! a", ["b"], ["a"]],
    ["an exception with a wildcard", "**\n!**/*.go", ["a", "a/x.md"], ["a/b/x.go", "x.go"]],
    ["an exception that comes too late for its folder", "a/x\n!a", ["a/x"], ["a", "a/y"]],
    ["the class names of POSIX", "[[:alpha:]]", ["a"], ["1", ":"]],
  ])("takes %s", (_, text, out, kept) => {
    expect(ignored(text, ...out, ...kept)).toEqual(out);
    expect(ignored(text, ...kept, ...out)).toEqual(out);
  });

  it.each(["[", "a[", "[]", "[]a]", "[^]", "[a-]", "[-a]", "[a-b-c]", "a\\", "!", "! ", "!/", "[z-a]"])(
    "refuses the pattern %s as the CLI does, and says which it is",
    (pattern) => {
      expect(() => parseDockerignore(`ok\n${pattern}\n`, "/x/.dockerignore")).toThrow(InvalidArgumentError);
      expect(() => parseDockerignore(pattern, "/x/.dockerignore")).toThrow("/x/.dockerignore has a pattern");
    },
  );

  it("says for a folder that is left out whether an exception lies below", () => {
    const below = (text: string, folder: string) => parseDockerignore(text).mayKeepBelow(folder);
    expect(below("*\n!a/b/c", "a")).toBe(true);
    expect(below("*\n!a/b/c", "a/b")).toBe(true);
    expect(below("*\n!a/b/c", "a/c")).toBe(false);
    expect(below("*\n!a/b/c", "a/b/c/d")).toBe(false);
    expect(below("*\n!a/*/keep", "a/x")).toBe(true);
    expect(below("*\n!a/*/keep", "b")).toBe(false);
    expect(below("*\n!**/keep", "b/c")).toBe(true);
    expect(below("a", "a")).toBe(false);
  });

  it("takes no longer than the paths are many", () => {
    const rules = parseDockerignore(`${"*a".repeat(3)}*b\n**/x/**/y\n!keep`);
    const start = performance.now();
    for (let count = 0; count < 20_000; count++)
      rules.ignores(`folder${count % 50}/${"a".repeat(30)}${count}`);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
