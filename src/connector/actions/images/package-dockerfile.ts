import { InvalidArgumentError } from "../../../errors.js";

/** What an image is made of. The names have been checked: they are words that no shell takes for more. */
export interface PackageImage {
  readonly base: string;
  /** Who the base's programs run as; empty for root. */
  readonly user: string;
  readonly packages: readonly string[];
  readonly dependencies: readonly string[];
}

/** The Dockerfile that adds packages to a base, whose user stays what it is. */
export function packageDockerfile({ base, user, packages, dependencies }: PackageImage): string {
  const isRoot = ["", "root", "0"].includes(user);
  // It becomes an instruction's word.
  if (!/^[\w.@-]*(:[\w.@-]+)?$/.test(user)) {
    throw new InvalidArgumentError(
      `The image ${base} has a user that cannot be written in a Dockerfile. Take another base.`,
    );
  }
  return [
    `FROM ${base}`,
    ...(isRoot ? [] : ["USER root"]),
    ...(packages.length > 0 ? [`RUN ${installPackages(quoted(packages))}`] : []),
    ...(dependencies.length > 0 ? [`RUN ${installLibraries(quoted(dependencies))}`] : []),
    ...(isRoot ? [] : [`USER ${user}`]),
    "",
  ].join("\n");
}

/** By whichever tool the base has. */
function installPackages(names: string): string {
  const apk = `apk add --no-cache ${names}`;
  const apt = `apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${names} && rm -rf /var/lib/apt/lists/*`;
  const none = "echo 'The base has neither apk nor apt-get.' >&2; exit 1";
  return `if ${has("apk")}; then ${apk}; elif ${has("apt-get")}; then ${apt}; else ${none}; fi`;
}

function installLibraries(names: string): string {
  // The Python of newer distributions refuses what does not come from their own packages, unless it is told so.
  const install = (pip: string) => `PIP_BREAK_SYSTEM_PACKAGES=1 ${pip} install --no-cache-dir ${names}`;
  const none = "echo 'The base has no pip.' >&2; exit 1";
  return `if ${has("pip")}; then ${install("pip")}; elif ${has("pip3")}; then ${install("pip3")}; else ${none}; fi`;
}

function has(program: string): string {
  return `command -v ${program} >/dev/null 2>&1`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(" ");
}
