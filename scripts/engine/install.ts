import { spawn } from "node:child_process";
import { access, constants, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** Root's shells have these on the path, a script started by a package manager may not. */
const PROGRAM_FOLDERS = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** The Debian package that brings each program. `docker.io` brings containerd and runc. */
const PACKAGES: Readonly<Record<string, string>> = {
  dockerd: "docker.io",
  ip: "iproute2",
  unshare: "util-linux",
  // A container's name resolution is set up with it, even where the daemon leaves the host's rules alone.
  iptables: "iptables",
  openssl: "openssl",
};

/** Makes sure that the programs an engine needs are there: installs the missing ones on Debian and its kin. */
export async function ensurePrograms(names: readonly string[]): Promise<void> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    throw new Error(
      "A private engine needs Linux and root. Run this as root, or set DOCKER_HOST to an engine that runs already.",
    );
  }
  const missing: string[] = [];
  for (const name of names) if ((await findProgram(name)) === undefined) missing.push(name);
  if (missing.length === 0) return;
  if ((await findProgram("apt-get")) === undefined) {
    throw new Error(
      `${missing.join(", ")} missing, and this is no Debian or Ubuntu: please install them yourself.`,
    );
  }
  await install(missing.map((name) => PACKAGES[name] ?? name));
}

export async function findProgram(name: string): Promise<string | undefined> {
  for (const folder of searchPath().split(delimiter)) {
    const path = join(folder, name);
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return undefined;
}

export function searchPath(): string {
  return [...new Set([...(process.env.PATH ?? "").split(delimiter), ...PROGRAM_FOLDERS])].join(delimiter);
}

export async function install(packages: readonly string[]): Promise<void> {
  console.error(`Installing with apt-get: ${packages.join(" ")}`);
  // Debian starts a daemon as soon as its package is unpacked. This file is how an administrator forbids it.
  const policy = "/usr/sbin/policy-rc.d";
  const ours = await writeFile(policy, "#!/bin/sh\nexit 101\n", { flag: "wx", mode: 0o755 }).then(
    () => true,
    () => false,
  );
  try {
    await aptGet("update", "-qq");
    await aptGet("install", "-y", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends", ...packages);
  } finally {
    if (ours) await rm(policy, { force: true });
  }
}

function aptGet(...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Its output goes to stderr: stdout belongs to the command that is run with the engine.
    const child = spawn("apt-get", args, {
      stdio: ["ignore", 2, 2],
      env: { ...process.env, PATH: searchPath(), DEBIAN_FRONTEND: "noninteractive" },
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`apt-get ${args.join(" ")} failed (exit code ${code}).`));
    });
  });
}
