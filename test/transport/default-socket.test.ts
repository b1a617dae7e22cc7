import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findDefaultSocket } from "../../src/transport/default-socket.js";
import { thisMachine } from "../../src/transport/machine.js";
import { type CliHome, createCliHome } from "../helpers/cli-home.js";

let home: CliHome;
beforeEach(async () => {
  home = await createCliHome();
});
afterEach(() => home.remove());

const find = (environment: NodeJS.ProcessEnv = {}) =>
  findDefaultSocket(
    { HOME: home.path, XDG_RUNTIME_DIR: join(home.path, "xdg"), ...environment },
    home.machine,
  );

describe("findDefaultSocket", () => {
  const places: [string, string][] = [
    ["docker.sock", "default socket"],
    ["xdg/docker.sock", "rootless socket"],
    ["user/docker.sock", "rootless socket"],
    [".docker/run/docker.sock", "Docker Desktop socket"],
    [".docker/desktop/docker.sock", "Docker Desktop socket"],
  ];

  it.each(places.map(([path, source], index) => ({ path, source, index })))(
    "takes $path when nothing is before it",
    async ({ path, source, index }) => {
      for (const [place] of places.slice(index)) await home.listen(place);
      const found = await find();
      expect(found).toMatchObject({ address: `unix://${join(home.path, path)}`, source });
      expect(found.looked).toEqual(
        places.slice(0, index).map(([place]) => `${join(home.path, place)} does not exist`),
      );
    },
  );

  it("follows links and passes over those that lead nowhere", async () => {
    await symlink(join(home.path, "gone"), home.machine.defaultSocket);
    const target = await home.listen(".docker/run/docker.sock");
    expect(await find()).toMatchObject({ address: `unix://${target}` });
  });

  it("looks at no place twice, at no relative one, and at none of a missing home", async () => {
    const { looked } = await find({ XDG_RUNTIME_DIR: join(home.path, "user"), HOME: "" });
    expect(looked).toHaveLength(2);
    expect((await find({ XDG_RUNTIME_DIR: "xdg", HOME: "" })).looked).toHaveLength(2);
  });
});

it("thisMachine knows a default socket and the home of the user", () => {
  expect(thisMachine()).toMatchObject({ platform: process.platform, defaultSocket: "/var/run/docker.sock" });
});
