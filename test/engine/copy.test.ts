import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ApiError, NotFoundError } from "../../src/errors.js";
import { folderWith } from "../archive/folder.js";
import { dockerFor, withContainer } from "./docker-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines("copy", (engine) => {
  const docker = dockerFor(engine);
  afterAll(() => docker.close());

  const box = (script = "") =>
    withContainer(docker, engine, { script: `${script}\ntouch /ready; sleep 1000` });

  /** What lies below a folder of a container, as a tree of this machine. */
  const look = async (id: string, path: string) => {
    const target = join(folderWith(), "look");
    await docker.copyFrom(id, path, target, { outsideLinks: "keep" });
    return target;
  };

  const ready = (id: string) =>
    expect
      .poll(() =>
        docker.containers.statArchive(id, { path: "/ready" }).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);

  test("brings a tree in and out as it was", async () => {
    const folder = folderWith({ "site/a/run.sh": "run", "site/empty/": "", "site/é ü": "é" });
    chmodSync(join(folder, "site/a/run.sh"), 0o751);
    chmodSync(join(folder, "site/empty"), 0o711);
    symlinkSync("a/run.sh", join(folder, "site/link"));
    symlinkSync("/etc/passwd", join(folder, "site/outside"));
    await using container = await box();
    await docker.copyTo(container.id, join(folder, "site"), "/srv");
    await docker.copyTo(container.id, join(folder, "site"), "/srv");
    await docker.copyTo(container.id, `${join(folder, "site")}/.`, "/srv");
    const back = await look(container.id, "/srv");
    // The first made /srv of it, the second put it inside, the third over the first.
    expect(readdirSync(back).sort()).toEqual(["a", "empty", "link", "outside", "site", "é ü"]);
    for (const at of [back, join(back, "site")]) {
      expect(readFileSync(join(at, "a/run.sh"), "utf8")).toBe("run");
      expect(statSync(join(at, "a/run.sh")).mode & 0o777).toBe(0o751);
      expect(statSync(join(at, "empty")).mode & 0o777).toBe(0o711);
      expect(readFileSync(join(at, "é ü"), "utf8")).toBe("é");
      expect(readlinkSync(join(at, "link"))).toBe("a/run.sh");
    }
    const safe = folderWith();
    const { skipped } = await docker.copyFrom(container.id, "/srv/.", safe);
    expect(skipped.length).toBe(2);
    expect(existsSync(join(safe, "outside"))).toBe(false);
  });

  test("brings single files in and out, to folders, new names and through links", async () => {
    await using container = await box("mkdir /data; ln -s /data /link; echo old > /data/old");
    await ready(container.id);
    const folder = folderWith({ file: "content" });
    await docker.copyTo(container.id, join(folder, "file"), "/link");
    await docker.copyTo(container.id, join(folder, "file"), "/data/new");
    await docker.copyTo(container.id, join(folder, "file"), "/data/old");
    const back = await look(container.id, "/link/.");
    expect(readdirSync(back).sort()).toEqual(["file", "new", "old"]);
    const { path } = await docker.copyFrom(container.id, "/data/old", join(back, "old"));
    expect(readFileSync(path, "utf8")).toBe("content");
    const linked = await docker.copyFrom(container.id, "/link", join(back, "linked"), { followLink: true });
    expect(readdirSync(linked.path).sort()).toEqual(["file", "new", "old"]);
  });

  test("puts files given as values where they belong, and makes the folders they need", async () => {
    await using container = await box();
    const files = {
      "a/b.txt": "text",
      "run.sh": { content: "#!/bin/sh\necho ran", mode: 0o755, uid: 1000, gid: 1000 },
    };
    await docker.copyTo(container.id, files, "/opt/app/conf");
    const back = await look(container.id, "/opt");
    expect(readFileSync(join(back, "app/conf/a/b.txt"), "utf8")).toBe("text");
    expect(statSync(join(back, "app/conf/run.sh")).mode & 0o777).toBe(0o755);
    expect(statSync(join(back, "app/conf/a")).mode & 0o777).toBe(0o755);
    const entries = docker.containers.getArchive(container.id, { path: "/opt/app/conf/run.sh" });
    const pieces: Uint8Array[] = [];
    for await (const piece of entries) pieces.push(piece);
    const listing = execFileSync("tar", ["-tv", "--numeric-owner"], { input: Buffer.concat(pieces) });
    expect(listing.toString()).toContain(" 1000/1000 ");
  });

  test("copies /etc and the whole file system without danger", { timeout: 60_000 }, async () => {
    await using container = await box(
      "ln -s /proc/mounts /etc/away; ln -s hosts /etc/near; mkfifo /etc/pipe",
    );
    await ready(container.id);
    const target = folderWith();
    const { skipped, path } = await docker.copyFrom(container.id, "/etc", target);
    expect(path).toBe(join(target, "etc"));
    expect(skipped).toEqual(expect.arrayContaining(["etc/away", "etc/pipe"]));
    expect(readlinkSync(join(path, "near"))).toBe("hosts");
    const whole = await docker.copyFrom(container.id, "/", join(target, "root"));
    expect(whole.path).toBe(join(target, "root"));
    expect(lstatSync(join(whole.path, "bin/busybox")).size).toBeGreaterThan(100_000);
  });

  test("says what is missing", async () => {
    await using container = await box();
    const folder = folderWith({ file: "" });
    const file = join(folder, "file");
    const { id } = container;
    await expect(docker.copyFrom(id, "/no/such", folder)).rejects.toThrow(NotFoundError);
    await expect(docker.copyFrom("no-such-container", "/etc", folder)).rejects.toThrow(/no-such-container/);
    await expect(docker.copyTo(id, file, "/no/such")).rejects.toThrow(NotFoundError);
    await expect(docker.copyTo(id, file, "/no/")).rejects.toThrow(NotFoundError);
    await expect(docker.copyTo("no-such-container", file, "/")).rejects.toThrow(/no-such-container/);
    await expect(docker.copyTo("no-such-container", { a: "" }, "/x/y")).rejects.toThrow(/no-such-container/);
    await expect(docker.copyTo(id, { etc: "" }, "/")).rejects.toThrow(ApiError);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  test("brings 200 MB in and out with flat memory", { timeout: 180_000 }, async () => {
    const size = 200_000_000;
    const folder = folderWith();
    execFileSync("sh", ["-c", `yes 0123456789abcdef | head -c ${size} > "$1"`, "-", join(folder, "big")]);
    await using container = await box();
    const start = process.memoryUsage.rss();
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss() - start);
    }, 20);
    try {
      await docker.copyTo(container.id, join(folder, "big"), "/tmp-big");
      const { bytes } = await docker.copyFrom(container.id, "/tmp-big", join(folder, "back"));
      expect(bytes).toBe(size);
    } finally {
      clearInterval(timer);
    }
    execFileSync("cmp", [join(folder, "big"), join(folder, "back")]);
    expect(most).toBeLessThan(150_000_000);
  });
});
