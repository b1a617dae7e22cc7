import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Docker } from "../src/index.js";

const docker = new Docker();
const resources = Object.keys(docker).join("|");

test.each(["migrating-from-dockerode", "migrating-from-docker-node-sdk", "jobs", "registry-auth"])(
  "docs/%s.md names methods that there are",
  (page) => {
    // The code has its own test.
    const text = readFileSync(new URL(`../docs/${page}.md`, import.meta.url), "utf8").replace(
      /^```.*?^```/gms,
      "",
    );
    // In tables the last column is ours.
    const ours = text
      .split("\n")
      .map((line) =>
        page.startsWith("migrating") && line.startsWith("|") ? (line.split(" | ").at(-1) ?? "") : line,
      )
      .join("\n");
    const named = [
      ...ours.matchAll(new RegExp(`(?<![\\w.])(?:docker\\.)?(${resources})\\.(?!md\\b)(\\w+)`, "g")),
    ];
    expect(named.length).toBeGreaterThan(3);
    const missing = named
      .filter(([, resource = "", method = ""]) => !(method in Object(Reflect.get(docker, resource))))
      .map(([text]) => text);
    expect(missing).toEqual([]);
    const actions = [...ours.matchAll(/\bdocker\.(\w+)\(/g)].map(([, action = ""]) => action);
    expect(actions.filter((action) => !(action in docker))).toEqual([]);
  },
);
