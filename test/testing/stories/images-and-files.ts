import { expect } from "vitest";
import { box, gone, refusal, type Story } from "./story.js";

export const imagesAndFiles: Record<string, Story> = {
  "an image is known by its names and its id": async ({ images }, { image }) => {
    const found = await images.inspect(image);
    expect(found).toMatchObject({
      RepoTags: expect.arrayContaining([image]),
      Os: "linux",
      Config: { Cmd: ["/bin/sh"] },
    });
    expect((await images.inspect(found.Id)).Id).toBe(found.Id);
    expect((await images.inspect(found.Id.slice(7, 19))).Id).toBe(found.Id);
    const listed = await images.list({ filters: { reference: [image] } });
    expect(listed.map(({ Id }) => Id)).toEqual([found.Id]);
    const [step] = (await images.history(image)) ?? [];
    expect(step?.Id).toBe(found.Id);
  },

  "a tag is another name, and untagging it leaves the image": async ({ images }, stage) => {
    const { Id } = await images.inspect(stage.image);
    const repo = stage.uniqueName("tag");
    await images.tag(stage.image, `${repo}:1`);
    expect((await images.inspect(`${repo}:1`)).Id).toBe(Id);
    expect(await images.remove(`${repo}:1`)).toEqual([{ Untagged: `${repo}:1` }]);
    expect(await refusal(images.inspect(`${repo}:1`))).toContain(`No such image: ${repo}:1`);
    expect((await images.inspect(stage.image)).Id).toBe(Id);
  },

  "an image in use is not removed by its id": async (docker, stage) => {
    await using web = await box(docker, stage);
    const { Id } = await docker.images.inspect(stage.image);
    const short = Id.slice(7, 19);
    expect(await refusal(docker.images.remove(Id))).toContain(
      `409 conflict: unable to delete ${short} (cannot be forced) - image is being used by running container `,
    );
    expect(web.id).toHaveLength(64);
  },

  "names of images that make no sense are refused": async ({ images }) => {
    expect(await refusal(images.inspect("UPPER"))).toMatch(
      /^400 .*invalid reference format: repository name (\(library\/UPPER\) )?must be lowercase$/,
    );
    expect(await refusal(images.remove("no/such"))).toBe("404 No such image: no/such:latest");
  },

  "files go in and come out, and are told as changes": async (docker, stage) => {
    await using web = await box(docker, stage, "sleep 1000", { start: false });
    await docker.copyTo(web.id, { "site/a.txt": "alpha", "site/sub/b.txt": "beta" }, "/tmp");
    await docker.containers.start(web.id);
    expect((await docker.exec(web.id, ["cat", "/tmp/site/sub/b.txt"])).stdout).toBe("beta");
    await docker.exec(web.id, ["sh", "-c", "echo gamma > /tmp/c.txt"]);
    const stat = await docker.containers.statArchive(web.id, { path: "/tmp/c.txt" });
    expect(stat).toMatchObject({ name: "c.txt", size: 6, linkTarget: "" });
    const changes = (await docker.containers.diff(web.id)) ?? [];
    expect(changes).toEqual(
      expect.arrayContaining([
        { Path: "/tmp", Kind: 0 },
        { Path: "/tmp/c.txt", Kind: 1 },
        { Path: "/tmp/site/a.txt", Kind: 1 },
      ]),
    );
  },

  "an archive of a folder holds it under its name": async (docker, stage) => {
    await using web = await box(docker, stage, "mkdir -p /tmp/deep/er; echo x > /tmp/deep/er/file");
    await docker.containers.wait(web.id);
    const names: string[] = [];
    for await (const chunk of docker.containers.getArchive(web.id, { path: "/tmp/deep" }))
      for (const name of Buffer.from(chunk)
        .toString("latin1")
        .match(/deep\/[\w/]*/g) ?? [])
        names.push(name);
    expect(names).toEqual(["deep/", "deep/er/", "deep/er/file"]);
  },

  "a file that is not there is not found": async (docker, stage) => {
    await using web = await box(docker, stage, "true", { start: false });
    const read = async () => {
      for await (const _ of docker.containers.getArchive(web.name, { path: "/no/such" }));
    };
    expect(await refusal(read())).toBe(`404 Could not find the file /no/such in container ${web.name}`);
    expect(
      await refusal(docker.containers.putArchive(web.name, emptyArchive, { path: "/etc/passwd" })),
    ).toContain("extraction point is not a directory");
  },

  "an imported archive is an image with the changes that were said": async ({ images }, stage) => {
    const repo = stage.uniqueName("own");
    await images.import(emptyArchive, {
      repo,
      tag: "1",
      changes: ['CMD ["echo", "hi"]', "LABEL a=b", "ENV C=d"],
    });
    try {
      const { Config } = await images.inspect(`${repo}:1`);
      expect(Config).toMatchObject({ Cmd: ["echo", "hi"], Labels: { a: "b" } });
      expect(Config?.Env).toContain("C=d");
    } finally {
      await gone(images.remove(`${repo}:1`));
    }
  },

  "the engine tells what it is": async (docker) => {
    const { ApiVersion, Version } = await docker.system.version();
    const info = await docker.system.info();
    expect(info.ServerVersion).toBe(Version);
    expect(await docker.system.ping()).toMatchObject({ apiVersion: ApiVersion });
    const { LayersSize } = await docker.system.df();
    expect(LayersSize).toBeGreaterThan(0);
  },
};

/** An archive's end, and nothing before it. */
const emptyArchive = Buffer.alloc(1024);
