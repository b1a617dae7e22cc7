import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { install } from "./install.js";
import { call, type EngineAddress } from "./plain-call.js";
import { type TarEntry, tar } from "./tar.js";

const REPOSITORY = "docker-engine-sdk/busybox";
const TAG = "test";
const PLACES = ["/bin/busybox", "/usr/bin/busybox", "/usr/lib/busybox/busybox-static"];

/** A small image with a shell, made without any registry. */
export const BUSYBOX_IMAGE = `${REPOSITORY}:${TAG}`;

/** Makes the image from this machine's static busybox, unless the engine has it. */
export async function importBusybox(engine: EngineAddress): Promise<void> {
  const found = await call(engine, "GET", `/images/${BUSYBOX_IMAGE}/json`);
  if (found.status === 200) return;
  const archive = await busyboxArchive();
  const query = new URLSearchParams({ fromSrc: "-", repo: REPOSITORY, tag: TAG, changes: 'CMD ["/bin/sh"]' });
  const made = await call(engine, "POST", `/images/create?${query}`, {
    body: archive,
    contentType: "application/x-tar",
    timeout: 60_000,
  });
  if (made.status !== 200 || made.text.includes('"errorDetail"')) {
    throw new Error(
      `The engine at ${engine.host} did not take the image ${BUSYBOX_IMAGE}: ${made.text.trim()}`,
    );
  }
}

/** The image's only layer as a tar, as `docker import` takes it. */
export async function busyboxArchive(): Promise<Buffer> {
  return tar(await imageEntries());
}

/** Installs one where there is none. Needs root and apt-get. */
export async function ensureStaticBusybox(): Promise<void> {
  if ((await findStaticBusybox()) === undefined) await install(["busybox-static"]);
}

async function imageEntries(): Promise<TarEntry[]> {
  const { path, content } = await staticBusybox();
  const { stdout } = await promisify(execFile)(path, ["--list"]);
  const applets = stdout.split("\n").filter((applet) => applet !== "" && applet !== "busybox");
  return [
    { path: "bin/", mode: 0o755 },
    { path: "bin/busybox", mode: 0o755, content },
    ...applets.map((applet) => ({ path: `bin/${applet}`, mode: 0o777, target: "busybox" })),
    { path: "etc/", mode: 0o755 },
    {
      path: "etc/passwd",
      mode: 0o644,
      content: text("root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n"),
    },
    { path: "etc/group", mode: 0o644, content: text("root:x:0:\nnogroup:x:65534:\n") },
    { path: "root/", mode: 0o700 },
    { path: "tmp/", mode: 0o1777 },
  ];
}

async function staticBusybox(): Promise<Program> {
  const found = await findStaticBusybox();
  if (found !== undefined) return found;
  throw new Error(
    `The image ${BUSYBOX_IMAGE} needs a static busybox on this machine (apt-get install busybox-static). ` +
      `Or make the image yourself: docker pull busybox && docker tag busybox ${BUSYBOX_IMAGE}`,
  );
}

async function findStaticBusybox(): Promise<Program | undefined> {
  for (const path of PLACES) {
    const content = await readFile(path).catch(() => undefined);
    if (content !== undefined && isStatic(content)) return { path, content };
  }
  return undefined;
}

interface Program {
  readonly path: string;
  readonly content: Buffer;
}

/** A program that names an interpreter (the dynamic loader) does not run in an image that has none. */
export function isStatic(program: Buffer): boolean {
  const is64Bit = program[4] === 2;
  const littleEndian = program[5] === 1;
  if (program.subarray(0, 4).toString("latin1") !== "\x7fELF" || !littleEndian) return false;
  const table = is64Bit ? Number(program.readBigUInt64LE(32)) : program.readUInt32LE(28);
  const entrySize = program.readUInt16LE(is64Bit ? 54 : 42);
  const entries = program.readUInt16LE(is64Bit ? 56 : 44);
  const INTERPRETER = 3;
  for (let i = 0; i < entries; i++) {
    if (program.readUInt32LE(table + i * entrySize) === INTERPRETER) return false;
  }
  return true;
}

function text(content: string): Buffer {
  return Buffer.from(content);
}
