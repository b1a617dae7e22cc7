import { describe, expect, test } from "vitest";
import { catalogue } from "../../../src/connector/catalogue.js";
import type { SavedFile } from "../../../src/connector/files.js";
import { forSplunk } from "../../../src/connector/projection/splunk.js";
import { envelope, failure } from "./envelopes.js";

const file: SavedFile = {
  name: "web.tar",
  path: "/tmp/web.tar",
  size: 3,
  sha256: "00",
  mediaType: "application/x-tar",
};

describe("what Splunk SOAR gets", () => {
  test("is a list under the action's key, with names and ids in the summary (S9, S10)", () => {
    const data = [
      { Id: "c1", Names: ["/web", "/old/web"] },
      { Id: "c2", Names: ["/db"] },
    ];
    expect(forSplunk(envelope("list_containers", { data, summary: { total: 2, running: 1 } }))).toEqual({
      status: "success",
      message: "It is done.",
      data: [{ containers: data }],
      summary: {
        total: 2,
        running: 1,
        container_summary: [
          { "container 0": { id: "c1", Name: "/web" } },
          { "container 1": { id: "c2", Name: "/db" } },
        ],
      },
    });
  });

  test("is a list also where it has one item or none", () => {
    const one = envelope("list_containers", { data: [{ Id: "c1", Names: ["/web"] }] });
    expect(forSplunk(one).data).toEqual([{ containers: [{ Id: "c1", Names: ["/web"] }] }]);
    expect(forSplunk(envelope("list_containers")).data).toEqual([{ containers: [] }]);
    expect(forSplunk(envelope("container_changes"))).toMatchObject({
      data: [{ filesystem: [] }],
      summary: { filesystem_data: "[]" },
    });
  });

  test("sums up images without a tag and containers without a name too (S-2.2-3)", () => {
    const images = [{ Id: "i1", RepoTags: [] }, { Id: "i2", RepoTags: ["a:1"] }, { Id: "i3" }];
    expect(forSplunk(envelope("list_images", { data: images })).summary.image_data).toEqual([
      { "images 0": { id: "i1", Tags: "" } },
      { "images 1": { id: "i2", Tags: "a:1" } },
      { "images 2": { id: "i3", Tags: "" } },
    ]);
    const containers = [{ Id: "c1", Names: [] }];
    expect(forSplunk(envelope("list_containers", { data: containers })).summary.container_summary).toEqual([
      { "container 0": { id: "c1", Name: "" } },
    ]);
  });

  test("is a container's host part under the key that playbooks know, and the whole beside it (S-2.2-5)", () => {
    const container = { Id: "c1", HostConfig: { Memory: 5 } };
    expect(forSplunk(envelope("inspect_container", { data: [container] }))).toMatchObject({
      data: [{ containerStats: { Memory: 5 }, container }],
      summary: { containerStats_data: "It is done." },
    });
  });

  test.each([
    ["start_container", "unpause", "unpause_data"],
    ["stop_container", "pause", "stop_data"],
    ["restart_container", "restart_stats", "restart_data"],
    ["kill_container", "kill", "kill_data"],
    ["rename_container", "rename", "rename_data"],
    ["remove_container", "remove container", "remove_container_data"],
  ])("is the sentence for %s, whose answer is empty (S-2.2-10)", (action, key, summaryKey) => {
    for (const statusCode of [204, 304]) {
      const { data, summary } = forSplunk(
        envelope(action, { data: [{ statusCode }], summary: { changed: true } }),
      );
      expect(data).toEqual([{ [key]: "It is done." }]);
      expect(summary).toEqual({ changed: true, [summaryKey]: "It is done." });
    }
  });

  test.each([
    ["create_container", "create", "create_data", { Id: "c1", Warnings: [] }],
    ["container_commit", "snapshot", "snapshot_data", { Id: "sha256:1" }],
    ["prune_containers", "prune", "prune_data", { ContainersDeleted: ["c1"], SpaceReclaimed: 5 }],
    ["prune_images", "unused_images", "unused_images_data", { ImagesDeleted: [], SpaceReclaimed: 0 }],
  ])("is the answer itself for %s, in the summary too", (action, key, summaryKey, item) => {
    const { data, summary } = forSplunk(envelope(action, { data: [item], summary: {} }));
    expect(data).toEqual([{ [key]: item }]);
    expect(summary).toEqual({ [summaryKey]: item });
  });

  test("is a list for a removed image, in the summary too", () => {
    const data = [{ Untagged: "a:1" }];
    expect(forSplunk(envelope("remove_image", { data, summary: {} }))).toMatchObject({
      data: [{ "delete image": data }],
      summary: { delete_image_data: data },
    });
  });

  test.each([
    [
      "update_container",
      "update_stats",
      "update_data",
      { Warnings: ["a"] },
      '{\n "Warnings": [\n  "a"\n ]\n}',
    ],
    ["prune_build_cache", "cache", "cache_data", { SpaceReclaimed: 5 }, '{\n "SpaceReclaimed": 5\n}'],
  ])("is text in the summary of %s", (action, key, summaryKey, item, text) => {
    expect(forSplunk(envelope(action, { data: [item], summary: {} }))).toMatchObject({
      data: [{ [key]: item }],
      summary: { [summaryKey]: text },
    });
  });

  test("counts the files of an export (S-2.2-2)", () => {
    const { data, summary } = forSplunk(envelope("container_export", { data: [{ ...file }], files: [file] }));
    expect(data).toEqual([{ export_stat: file }]);
    expect(summary).toMatchObject({ export_data: 1 });
  });

  test("is item by item where the action has no key of old", () => {
    const data = [{ Name: "front" }, { Name: "back" }];
    expect(forSplunk(envelope("list_networks", { data }))).toMatchObject({ data, summary: { total: 2 } });
  });

  test("tells of a failure with its words as they are, and no data (S-2.2-9)", () => {
    expect(forSplunk(failure("stop_container", 'No such container: {"web"}', 404))).toEqual({
      status: "failed",
      message: 'No such container: {"web"}',
      data: [],
      summary: {},
    });
  });

  test("tells what was cut short, and warnings", () => {
    const meta = { attempts: 1, durationMs: 1, warnings: ["One.", "Two."], truncated: true };
    expect(forSplunk(envelope("list_images", { meta })).summary).toMatchObject({
      truncated: true,
      warnings: "One. Two.",
    });
    expect(forSplunk(envelope("list_images")).summary).not.toHaveProperty("truncated");
  });

  test.each(catalogue.map(({ name }) => name))(
    "holds for a dry run of %s, whose data is a request",
    (name) => {
      const item = { method: "POST", path: "/x", headers: {} };
      expect(forSplunk(envelope(name, { data: [item] })).data).toHaveLength(1);
      expect(forSplunk(envelope(name)).status).toBe("success");
    },
  );
});
