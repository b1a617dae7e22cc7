import { packTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { packFiles } from "../../src/archive/pack-files.js";
import { readEntries } from "../../src/archive/read-entries.js";

describe("entries in memory", () => {
  it("have content, mode, owner and time", async () => {
    const mtime = new Date("2001-02-03T04:05:06Z");
    const entries = await readEntries(
      packFiles({ "a/b": { content: "hé", mode: 0o600, uid: 5, gid: 6, mtime }, "d/": "" }),
    );
    expect(entries[0]).toMatchObject({ name: "a/b", type: "file", mode: 0o600, uid: 5, gid: 6, mtime });
    expect(entries[0]?.content.toString()).toBe("hé");
    expect(entries[1]).toMatchObject({ name: "d/", type: "directory", content: Buffer.alloc(0) });
  });

  it("have no more than permissions in their mode, whatever the engine says", async () => {
    const archive = await packTar([{ header: { name: "x", size: 0, mode: 0o100600 } }]);
    const [entry] = await readEntries(new Blob([archive]).stream() as AsyncIterable<Uint8Array>); // Node can iterate it.
    expect(entry?.mode).toBe(0o600);
  });

  it("are bounded in bytes before the content is read, and in number", async () => {
    let read = 0;
    async function* large() {
      for (; read < 100; read++) yield Buffer.alloc(1024 * 1024);
    }
    const archive = packFiles({ large: { content: large(), size: 100 * 1024 * 1024 } });
    await expect(readEntries(archive, { maxBytes: 1000 })).rejects.toMatchObject({ code: "ARCHIVE_LIMIT" });
    expect(read).toBeLessThan(30);
    await expect(readEntries(packFiles({ a: "1", b: "2" }), { maxEntries: 1 })).rejects.toThrow(/maxEntries/);
    await expect(
      readEntries(packFiles({ a: "1", b: "2" }), { maxBytes: 2, maxEntries: 2 }),
    ).resolves.toHaveLength(2);
  });
});
