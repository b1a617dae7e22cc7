import { describe, expect, test } from "vitest";
import {
  newestVersion,
  type OperationFacts,
  oldestVersion,
  operations,
} from "../../../generated/operations.js";
import { catalogueOf } from "../../../scripts/generate/catalogue.js";
import { History } from "../../../scripts/generate/history.js";
import { operationsFile } from "../../../scripts/generate/table.js";
import { loadSpecs } from "../../../scripts/spec/load.js";
import { smallSpec } from "./small-spec.js";

const rows: Readonly<Record<string, OperationFacts>> = operations;

describe("the table of operations", () => {
  test("tells method, path and answer", () => {
    expect(rows.ContainerInspect).toMatchObject({
      method: "GET",
      path: "/containers/{id}/json",
      answer: "json",
    });
    expect(rows.SystemPingHead).toEqual({ method: "HEAD", path: "/_ping", answer: "headers" });
    expect(rows.ContainerAttach?.answer).toBe("hijack");
    expect(rows.ImageBuild).toMatchObject({ answer: "progress", body: "tar" });
    expect(rows.SystemEvents?.answer).toBe("json-stream");
    expect(rows.ServiceLogs?.answer).toBe("logs");
  });

  test("tells what is already so, and nothing of the kind elsewhere", () => {
    const already = Object.keys(rows).filter((id) => rows[id]?.already);
    expect(already).toEqual(["ContainerStart", "ContainerStop"]);
  });

  test("has query parameters by their public names, with their names and forms on the wire", () => {
    expect(rows.ContainerStop?.query).toEqual({ timeout: { wire: "t" }, signal: { since: 42 } });
    expect(rows.ContainerStats?.query?.oneShot).toEqual({ wire: "one-shot", since: 41 });
    expect(rows.ContainerLogs?.query?.since).toEqual({ form: "time" });
    expect(rows.ImageBuild?.query?.buildArgs).toEqual({ wire: "buildargs", form: "json" });
    expect(rows.ImageGetAll?.query?.names).toEqual({ form: "list" });
    expect(rows.ContainerRename?.query?.name).toEqual({ required: true });
  });

  test("has the filters with their versions", () => {
    expect(rows.ContainerList?.filters).toMatchObject({ status: {}, label: {} });
    expect(rows.ImageList?.filters?.until).toEqual({ since: 44 });
    expect(rows.ImageSearch?.filters?.["is-automated"]).toEqual({ until: 44 });
  });

  test("has the fields of bodies that are not in every version", () => {
    expect(rows.ContainerCreate?.fields).toMatchObject({
      "HostConfig.Annotations": { since: 43 },
      "HostConfig.KernelMemory": { until: 41 },
    });
    expect(rows.ContainerCreate?.fields).not.toHaveProperty("Image");
  });

  test("has an operation that came late", () => {
    expect(rows.VolumeUpdate).toMatchObject({ method: "PUT", since: 42 });
  });

  test("has every operation of every version, by its method and path", () => {
    const specs = loadSpecs();
    expect([oldestVersion, newestVersion]).toEqual([40, 51]);
    for (const { paths } of specs) {
      for (const [path, item] of Object.entries(paths)) {
        for (const [method, { operationId }] of Object.entries(item)) {
          expect(rows[operationId], operationId).toMatchObject({ method: method.toUpperCase(), path });
        }
      }
    }
  });

  test("keeps a parameter that the newest version does not have any more", () => {
    const parameter = { name: "old", in: "query", type: "string" } as const;
    const catalogues = [
      catalogueOf(smallSpec("1.40", {}, { parameters: [parameter, { ...parameter, name: "kept" }] })),
      catalogueOf(smallSpec("1.41", {}, { parameters: [{ ...parameter, name: "kept" }] })),
    ];
    const text = operationsFile(catalogues, new History(catalogues));
    expect(text).toContain("query: { old: { until: 40 }, kept: {} }");
    expect(text).toContain("export const oldestVersion = 40;");
  });
});
