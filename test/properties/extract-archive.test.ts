import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { packTar, type TarHeader } from "modern-tar";
import { describe, expect, test } from "vitest";
import { extractArchive } from "../../src/archive/extract-archive.js";
import { DockerError, ProtocolError } from "../../src/errors.js";
import { runs } from "./cases.js";
import { type Cuts, cutBytes, cuts } from "./cut-bytes.js";

/** A few names, so that entries meet: one is folder, file and link in turn, and the way of another. */
const part = fc.constantFrom("a", "b", "link", "out", "é");
const hostilePart = fc.oneof(
  { weight: 4, arbitrary: part },
  {
    weight: 1,
    arbitrary: fc.constantFrom("..", ".", "", "x\\..\\y", "-rf", "\n", "a\0", ".docker-engine-sdk-0"),
  },
);
const name = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(hostilePart, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/")),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("/AROUND/victim", "../victim", "link/../../victim", "//a", "./../victim"),
  },
);
const target = fc.oneof(
  name,
  fc.constantFrom(
    "..",
    "../outside",
    "../victim",
    "/",
    "/etc/passwd",
    "AROUND/outside",
    "a/../../victim",
    "link/victim",
    ".",
  ),
);
const entry: fc.Arbitrary<Entry> = fc.record({
  name,
  linkname: target,
  body: fc.constantFrom("", "x", "y".repeat(600)),
  mode: fc.constantFrom(0o644, 0o755, 0o7777, 0, 0o4755),
  type: fc.constantFrom(
    ...(["file", "file", "directory", "symlink", "symlink", "link", "fifo", "character-device"] as const),
  ),
  pax: fc.option(name, { nil: undefined, freq: 5 }),
});

interface Entry {
  readonly name: string;
  readonly linkname: string;
  readonly body: string;
  readonly mode: number;
  readonly type: NonNullable<TarHeader["type"]>;
  readonly pax: string | undefined;
}

const options = fc.record({
  outsideLinks: fc.constantFrom("refuse" as const, "skip" as const, "keep" as const),
  specialFiles: fc.constantFrom("refuse" as const, "skip" as const),
});

describe("an archive that is unpacked", () => {
  test("writes nothing outside of the folder, whatever is in it and in the folder already", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 8 }),
        options,
        fc.boolean(),
        cuts,
        async (entries, how, links, at) => {
          await around(async (folder) => {
            // Left by someone who could write there before.
            if (links) symlinkSync("../outside", join(folder, "target/link"));
            const before = seen(folder);
            const error = await extractArchive(
              inPieces(await packed(entries, folder), at),
              join(folder, "target"),
              how,
            ).then(
              () => undefined,
              (reason: unknown) => reason,
            );
            if (error !== undefined) expect(error).toBeInstanceOf(DockerError);
            expect(seen(folder)).toEqual(before);
            const left = pathsBelow(join(folder, "target"));
            expect(left.filter((path) => /docker-engine-sdk-[0-9a-f]{16}$/.test(path))).toEqual([]);
          });
        },
      ),
      runs("archives hostile"),
    );
  });

  test("gives back the files that went into it", async () => {
    const files = fc.dictionary(
      fc
        .array(fc.stringMatching(/^[a-z é]{1,3}$/), { minLength: 1, maxLength: 3 })
        .map((parts) => parts.join("/")),
      fc.uint8Array({ maxLength: 1500 }),
      { maxKeys: 5 },
    );
    await fc.assert(
      fc.asyncProperty(files, cuts, async (given, at) => {
        const names = Object.keys(given);
        // A file is no folder of another one.
        fc.pre(!names.some((one) => names.some((other) => other.startsWith(`${one}/`))));
        await around(async (folder) => {
          const archive = await packTar(
            Object.entries(given).map(([path, body]) => ({
              header: { name: path, size: body.length },
              body,
            })),
          );
          const done = await extractArchive(inPieces(archive, at), join(folder, "target"));
          expect(done.entries).toBe(names.length);
          for (const [path, body] of Object.entries(given))
            expect(readFileSync(join(folder, "target", path)).equals(body)).toBe(true);
        });
      }),
      runs("archives whole"),
    );
  });

  test("is refused when it is damaged or cut, and then nothing outside is touched either", async () => {
    const damage = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)),
      {
        maxLength: 3,
      },
    );
    const length = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 3 }),
        damage,
        length,
        async (entries, bytes, part) => {
          await around(async (folder) => {
            const archive = await packed(entries, folder);
            for (const [place, byte] of bytes) archive[Math.floor(place * archive.length)] = byte;
            const cut = archive.subarray(0, Math.floor(part * archive.length));
            const before = seen(folder);
            await extractArchive(inPieces(cut, []), join(folder, "target"), { outsideLinks: "keep" }).catch(
              (error: unknown) => {
                if (!(error instanceof DockerError)) expect(error).toBeInstanceOf(ProtocolError);
              },
            );
            expect(seen(folder)).toEqual(before);
          });
        },
      ),
      runs("archives garbage"),
    );
  });
});

/** A folder that holds the target and what must stay as it is. */
async function around(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "archive-property-")));
  try {
    for (const name of ["target", "outside"]) mkdirSync(join(folder, name));
    for (const name of ["victim", "outside/victim"]) writeFileSync(join(folder, name), "safe");
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All that lies around the target: kinds, modes, links, contents and times. */
function seen(folder: string): string[] {
  // What the target holds is the archive's business.
  const outside = pathsBelow(folder).filter((path) => !path.startsWith("target"));
  return [".", ...outside].toSorted().map((path) => {
    const full = join(folder, path);
    const { mode, nlink, mtimeMs, size } = lstatSync(full);
    const kind = mode & 0o170000;
    const content =
      kind === 0o120000 ? readlinkSync(full) : kind === 0o100000 ? readFileSync(full, "utf8") : "";
    return [path, mode, nlink, path === "." ? "" : mtimeMs, kind === 0o040000 ? "" : size, content].join(" ");
  });
}

/** Node's own recursive listing follows links. */
function pathsBelow(folder: string, place = ""): string[] {
  return readdirSync(join(folder, place), { withFileTypes: true }).flatMap((found) => {
    const path = join(place, found.name);
    return [path, ...(found.isDirectory() ? pathsBelow(folder, path) : [])];
  });
}

/** With real paths in place of AROUND. */
async function packed(entries: readonly Entry[], folder: string): Promise<Uint8Array> {
  return packTar(
    entries.map(({ name: path, linkname, body, mode, type, pax }) => ({
      header: {
        name: path.replace("/AROUND", folder),
        // Of a folder that nobody may enter nothing could be seen, nor could it be removed.
        mode: type === "directory" ? mode | 0o700 : mode,
        type,
        size: type === "file" ? body.length : 0,
        ...(type === "link" || type === "symlink" ? { linkname: linkname.replace("AROUND", folder) } : {}),
        ...(pax === undefined ? {} : { pax: { path: pax } }),
      },
      ...(type === "file" && body !== "" ? { body } : {}),
    })),
  );
}

async function* inPieces(bytes: Uint8Array, at: Cuts): AsyncGenerator<Uint8Array, void> {
  yield* cutBytes(bytes, at);
}
