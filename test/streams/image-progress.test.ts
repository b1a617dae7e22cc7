import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ProgressError, ProtocolError } from "../../src/errors.js";
import {
  importProgress,
  loadProgress,
  pluginProgress,
  pullProgress,
  pushProgress,
} from "../../src/streams/image-progress.js";
import { Job, type JobReducer } from "../../src/streams/job.js";
import { FakeSource } from "../helpers/fake-source.js";

const ID = `sha256:${"ab".repeat(32)}`;

describe("a pull", () => {
  it("gives the digest and the reference, as engine 28.5 says them", async () => {
    const job = watch(pullProgress(), recorded("pull-28.5"));
    const percents: (number | undefined)[] = [];
    for await (const { layer, percent } of job) if (layer === "9b4c7bf45221") percents.push(percent);
    expect(percents).toEqual([undefined, 100, undefined, undefined, 100, 100, undefined]);
    expect(await job).toEqual({
      digest: "sha256:57a749a8bd0365cc8c932701fb19e57b84ad5c1b9388c7cf55c0f0d20aabab26",
      reference: "registry.example:5000/demo:1",
      downloaded: true,
    });
  });

  it("gives the same with the containerd image store", async () => {
    expect(await watch(pullProgress(), recorded("pull-containerd"))).toEqual({
      digest: "sha256:10045dcc6d966690efdec2f03755833a658eb2cc34c185c7994d4cbb325259bd",
      reference: "registry.example:5000/demo:2",
      downloaded: true,
    });
  });

  it("tells an image that is up to date", async () => {
    const text = says(
      { status: "Pulling from library/busybox", id: "1" },
      { status: `Digest: ${ID}` },
      { status: "Status: Image is up to date for busybox:1" },
    );
    expect(await watch(pullProgress(), text)).toEqual({
      digest: ID,
      reference: "busybox:1",
      downloaded: false,
    });
  });

  it("invents nothing where the engine says nothing", async () => {
    const text = says({ status: "Pulling fs layer", id: "aa" }, { status: "Download complete", id: "bb" });
    expect(await watch(pullProgress(), text)).toEqual({});
  });

  it("throws what the registry says", async () => {
    const text = says({ status: "Pulling" }, { errorDetail: { message: "toomanyrequests" }, error: "x" });
    await expect(watch(pullProgress(), text).then()).rejects.toThrow(new ProgressError("toomanyrequests"));
  });
});

describe("a push", () => {
  it("gives the digest from aux, once", async () => {
    const digest = "sha256:94d4331cdf80fbf0f20da3fff2b366ffb287f8c72a830d45e586e93060b61ee6";
    expect(await watch(pushProgress(), recorded("push-20.10"))).toEqual({
      digest,
      tags: [{ tag: "1", digest, size: 524 }],
    });
  });

  it("gives the digest from the status line, which is all that the containerd image store has", async () => {
    const digest = "sha256:f4e5a6d3b1114da40a2d6a0d6363dd1197f9b9d223e9caa65d7b58dab33ec12b";
    expect(await watch(pushProgress(), recorded("push-containerd"))).toEqual({
      digest,
      tags: [{ tag: "1", digest, size: 405 }],
    });
  });

  it("gives every tag where all are pushed, and passes over aux of another kind", async () => {
    const text = says(
      { aux: { manifestPushedInsteadOfIndex: true } },
      { aux: { Tag: "1", Digest: "sha256:aa", Size: 1 } },
      { aux: { Tag: "2", Digest: "sha256:bb", Size: 2 } },
    );
    const { digest, tags } = await watch(pushProgress(), text);
    expect(digest).toBe("sha256:bb");
    expect(tags.map(({ tag }) => tag)).toEqual(["1", "2"]);
  });

  it("that ends without a digest has been cut", async () => {
    const error = await watch(pushProgress(), says({ status: "Pushing" })).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProtocolError);
  });

  it("throws what the engine says", async () => {
    const text = says(
      { status: "The push refers to repository [docker.io/library/nope]" },
      { errorDetail: { message: "An image does not exist locally with the tag: nope" }, error: "x" },
    );
    await expect(watch(pushProgress(), text).then()).rejects.toThrow("does not exist locally");
  });
});

describe("an import", () => {
  it("gives the id", async () => {
    expect(await watch(importProgress(), says({ status: ID }))).toEqual({ id: ID });
  });

  it("that ends without an id has been cut", async () => {
    const error = await watch(importProgress(), says({ status: "Importing" })).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ProtocolError);
  });
});

describe("a load", () => {
  it("gives references, and the id of an image that has none", async () => {
    const text = says(
      { status: "Loading layer", progressDetail: { current: 1, total: 2 }, id: "aa" },
      { stream: "Loaded image: registry.example:5000/a:1\n" },
      { stream: `Loaded image ID: ${ID}\n` },
    );
    expect(await watch(loadProgress(), text)).toEqual({ images: ["registry.example:5000/a:1", ID] });
  });

  it("takes apart the one line of Podman", async () => {
    expect(await watch(loadProgress(), says({ stream: "Loaded image: a:1,b:2\n" }))).toEqual({
      images: ["a:1", "b:2"],
    });
  });

  it("throws what is wrong with the archive", async () => {
    const text = says({ errorDetail: { message: "no such file" }, error: "no such file" });
    await expect(watch(loadProgress(), text).then()).rejects.toThrow(new ProgressError("no such file"));
  });
});

describe("the installation of a plugin", () => {
  it("gives the digest where it is told", async () => {
    expect(await watch(pluginProgress(), says({ status: `Digest: ${ID}` }))).toEqual({ digest: ID });
    expect(await watch(pluginProgress(), says({ status: "Download complete", id: "aa" }))).toEqual({});
  });
});

function recorded(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.jsonl`, import.meta.url), "utf8");
}

function says(...messages: object[]): string {
  return messages.map((message) => `${JSON.stringify(message)}\r\n`).join("");
}

function watch<Step, Result>(reducer: JobReducer<Step, Result>, text: string): Job<Step, Result> {
  return new Job(async () => new FakeSource([text]), reducer);
}
