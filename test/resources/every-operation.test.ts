import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { operations } from "../../generated/operations.js";

const folder = join(import.meta.dirname, "../../src/resources");

/** Operations said at more than one place: in the files where they stand, the method's own first. */
const several: Readonly<Record<string, readonly string[]>> = {
  // Whether there is a TTY, where the engine does not tell in its answer; and whether a log is over.
  ContainerInspect: ["containers", "container-attach", "container-logs", "resuming-logs"],
  // Once, and again and again.
  ContainerLogs: ["container-logs", "resuming-logs"],
  SystemEvents: ["system", "resuming-events"],
  ServiceInspect: ["services", "service-logs"],
  TaskInspect: ["tasks", "service-logs"],
  // The size of an attached terminal.
  ContainerResize: ["containers", "container-attach", "container-attach-websocket"],
  // With a connection and without one.
  ExecStart: ["exec", "exec"],
  // One operation that is two methods: import, and pull, which also asks for the image that it has pulled.
  ImageCreate: ["images", "image-pull"],
  ImageInspect: ["images", "image-pull"],
};

const places = findPlaces();

test.each(Object.keys(operations))("%s is said by one method", (id) => {
  const found = places.get(id) ?? [];
  const expected = several[id];
  if (expected) expect(found.toSorted()).toEqual(expected.toSorted());
  else expect(found).toHaveLength(1);
});

test("operations are found where they are said, and types are none", () => {
  expect(places.get("VolumeCreate")).toEqual(["volumes"]);
  expect(places.size).toBeGreaterThan(90);
});

/** The files with the values that are operation ids, by id. */
function findPlaces(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".ts"))) {
    const source = ts.createSourceFile(
      name,
      readFileSync(join(folder, name), "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node)) return;
      const isCompared = ts.isBinaryExpression(node.parent ?? node);
      if (ts.isStringLiteral(node) && node.text in operations && !isCompared) {
        found.set(node.text, [...(found.get(node.text) ?? []), name.replace(/\.ts$/, "")]);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}
