import { describe, expect, test } from "vitest";
import { readEntries } from "../../../src/archive/read-entries.js";
import { packageDockerfile } from "../../../src/connector/actions/images/package-dockerfile.js";
import { osPackages, pythonLibraries } from "../../../src/connector/actions/images/package-names.js";
import type { Routes } from "../../helpers/fake-daemon.js";
import { fakeConnector } from "../fake-connector.js";
import { credentialsIn, id, otherId, pulled, queryOf, telling } from "./images-engine.js";

describe("packageDockerfile", () => {
  const none = { base: "base:1", user: "", packages: [], dependencies: [] };

  test("installs packages by the tool that the base has, in one step", () => {
    expect(packageDockerfile({ ...none, packages: ["curl", "git=1:2.4"] })).toBe(
      [
        "FROM base:1",
        "RUN if command -v apk >/dev/null 2>&1; then apk add --no-cache 'curl' 'git=1:2.4'; " +
          "elif command -v apt-get >/dev/null 2>&1; then apt-get update && " +
          "DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends 'curl' 'git=1:2.4' && " +
          "rm -rf /var/lib/apt/lists/*; else echo 'The base has neither apk nor apt-get.' >&2; exit 1; fi",
        "",
      ].join("\n"),
    );
  });

  test("installs libraries with pip, in one step", () => {
    expect(packageDockerfile({ ...none, dependencies: ["requests[socks]>=2,<3", "six"] })).toBe(
      [
        "FROM base:1",
        "RUN if command -v pip >/dev/null 2>&1; then PIP_BREAK_SYSTEM_PACKAGES=1 pip install --no-cache-dir " +
          "'requests[socks]>=2,<3' 'six'; elif command -v pip3 >/dev/null 2>&1; then PIP_BREAK_SYSTEM_PACKAGES=1 " +
          "pip3 install --no-cache-dir 'requests[socks]>=2,<3' 'six'; else echo 'The base has no pip.' >&2; exit 1; fi",
        "",
      ].join("\n"),
    );
  });

  test("has packages before libraries, which may need them, and gives the base its user back", () => {
    const lines = packageDockerfile({
      base: "base:1",
      user: "app:staff",
      packages: ["gcc"],
      dependencies: ["six"],
    }).split("\n");
    expect(lines.map((line) => line.replace(/^RUN .*(gcc|six).*/, "RUN $1"))).toEqual([
      "FROM base:1",
      "USER root",
      "RUN gcc",
      "RUN six",
      "USER app:staff",
      "",
    ]);
  });

  test.each(["", "root", "0"])("leaves root alone where the user is %j", (user) => {
    expect(packageDockerfile({ ...none, user, packages: ["curl"] })).not.toContain("USER");
  });

  test.each(["a\nRUN evil", "$USER", "a b", "a\\"])("refuses the user %j of a base", (user) => {
    expect(() => packageDockerfile({ ...none, user, packages: ["curl"] })).toThrow(/has a user that cannot/);
  });
});

describe("osPackages", () => {
  test.each([
    "curl",
    "g++",
    "libstdc++6",
    "python3.11",
    "ca-certificates",
    "curl=8.5.0-r0",
    "vim=2:9.0~1+deb12u1",
  ])("takes %s", (name) => {
    expect(osPackages([` ${name} `])).toEqual([name]);
  });

  test.each(nastyWords(["-y", "--allow-untrusted", "Curl", "curl>1", "curl=", "curl==1", "./a.deb", "../a"]))(
    "refuses %j",
    (name) => {
      expect(() => osPackages(["curl", name])).toThrow(
        /^packages has .* cannot be installed safely: give small/,
      );
    },
  );
});

describe("pythonLibraries", () => {
  test.each([
    ["pymongo==3.5.1"],
    ["requests[socks,security]>=2.0,<3"],
    ["zope.interface~=5.0"],
    ["ruamel_yaml!=0.17.*"],
    ["torch==2.1.0+cpu"],
    ["epoch==1!2.0"],
    ["a"],
  ])("takes %s", (name) => {
    expect(pythonLibraries([name])).toEqual([name]);
  });

  test("joins what a text with commas was cut into", () => {
    expect(pythonLibraries(["a[x", "y] >= 1", " < 2", "!= 1.5", "", "b", "c == 1"])).toEqual([
      "a[x,y]>=1,<2,!=1.5",
      "b",
      "c==1",
    ]);
  });

  test.each(
    nastyWords([
      "-r",
      "--index-url=https://evil.example",
      "git+https://evil.example/a.git",
      "a @ https://evil.example/a.whl",
      "./a",
      "a===1",
      "a==",
      "a b",
      "a==1 b",
      "a[",
      "a[]",
      "==1",
      "a;python_version>'3'",
    ]),
  )("refuses %j", (name) => {
    expect(() => pythonLibraries([name])).toThrow(
      /^dependencies has .* cannot be installed safely: give a name/,
    );
  });
});

describe("create_image_from_packages", () => {
  /** An engine that has the base, or gets it. What it is to build from goes to `sent`. */
  function routes({ user = "", here = true, sent = [] as Buffer[] } = {}): Routes {
    let has = here;
    return {
      "GET /images/{name}/json": (call) =>
        has
          ? call.json(200, { Id: otherId, Config: { User: user } })
          : call.json(404, { message: "No such image" }),
      "POST /images/create": (call) => {
        has = true;
        return telling(...pulled("registry.example/base:1"))(call);
      },
      "POST /build": async (call) => {
        sent.push(await call.body());
        await telling({ stream: "Step 1/1 : FROM base\n" }, { aux: { ID: id } })(call);
      },
    };
  }

  test("builds what a platform asks for", async () => {
    const sent: Buffer[] = [];
    await using fake = await fakeConnector(routes({ user: "nobody", sent }));
    const lines: string[] = [];
    const envelope = await fake.connector.execute(
      "docker_image_create",
      { name: "tools", dependencies: "pymongo==3.5.1, requests>=2,<3", packages: "curl,git", base: "base" },
      { onProgress: (line) => lines.push(line) },
    );
    const dockerfile = packageDockerfile({
      base: "base:latest",
      user: "nobody",
      packages: ["curl", "git"],
      dependencies: ["pymongo==3.5.1", "requests>=2,<3"],
    });
    expect(envelope).toMatchObject({
      action: "create_image_from_packages",
      status: "success",
      message: `Successfully created image tools:latest with the id ${id}.`,
      data: [{ id, name: "tools:latest", base: "base:latest", dockerfile }],
      summary: { packages: 2, dependencies: 2 },
    });
    expect(lines).toEqual(["Step 1/1 : FROM base"]);
    const entries = await readEntries(new Blob(sent).stream() as AsyncIterable<Uint8Array>); // Node can iterate it.
    const { dockerfile: file, t } = queryOf(fake.calls.at(-1));
    expect(t).toBe("tools:latest");
    expect(entries.find(({ name }) => name === file)?.content.toString()).toBe(dockerfile);
  });

  test("pulls a base that is missing, with credentials", async () => {
    await using fake = await fakeConnector(routes({ here: false }), {
      config: { registryIdentityToken: "a token", registryServerAddress: "registry.example" },
    });
    const lines: string[] = [];
    const envelope = await fake.connector.execute(
      "create_image_from_packages",
      { name: "tools:2", packages: "curl", base: "registry.example/base:1" },
      { onProgress: (line) => lines.push(line) },
    );
    expect(envelope.status).toBe("success");
    expect(lines).toContain("a1: Pull complete");
    const pull = fake.calls.find(({ path }) => path === "/images/create");
    expect(credentialsIn(pull, "x-registry-auth")).toMatchObject({ identitytoken: "a token" });
  });

  test("has an image with Python where no base is given", async () => {
    await using fake = await fakeConnector(routes());
    const envelope = await fake.connector.execute("create_image_from_packages", {
      name: "localhost/tools",
      dependencies: "six",
    });
    expect(envelope.data).toMatchObject([{ base: "python:3-slim", name: "localhost/tools:latest" }]);
  });

  test("tells the last lines of a step that failed", async () => {
    await using fake = await fakeConnector({
      ...routes(),
      "POST /build": telling(
        { stream: "Step 2/2 : RUN pip" },
        { stream: "ERROR: No matching distribution found for nope\n" },
        { errorDetail: { code: 1, message: "returned a non-zero code: 1" } },
      ),
    });
    const envelope = await fake.connector.execute("create_image_from_packages", {
      name: "tools",
      dependencies: "nope",
    });
    expect(envelope).toMatchObject({
      error: { category: "stream_error" },
      message:
        "The build failed in step [2/2] RUN pip: returned a non-zero code: 1\nThe last lines:\nERROR: No matching distribution found for nope",
    });
  });

  test.each([
    [
      { name: "Tools", packages: "a" },
      'name is "Tools": names of images have small letters only. Give "tools".',
    ],
    [{ name: "Team/tools:1", packages: "a" }, /small letters only\. Give "team\/tools:1"/],
    [{ name: "tools", packages: "" }, /^give dependencies, packages, or both/],
    [{ name: "tools", packages: "a; reboot" }, /^packages has "a; reboot"/],
    [{ name: "tools", dependencies: "a$(reboot)" }, /^dependencies has "a\$\(reboot\)"/],
    [{ name: "tools", packages: "a", base: "b\nRUN reboot" }, /^base /],
    [{ name: "tools\nRUN reboot", packages: "a" }, /^name /],
  ])("refuses %j before anything is sent", async (parameters, message) => {
    await using fake = await fakeConnector();
    const envelope = await fake.connector.execute("create_image_from_packages", parameters as never);
    expect(envelope.error).toMatchObject({ category: "validation" });
    if (typeof message === "string") expect(envelope.message).toBe(message);
    else expect(envelope.message).toMatch(message);
    expect(fake.calls).toEqual([]);
  });
});

/** What a shell or a Dockerfile would take for more than a word, and further words. */
function nastyWords(others: readonly string[]): string[] {
  return [
    ..."'\"$`\\;&|()<>*?{}~#!%^@".split("").map((sign) => `a${sign}b`),
    "a\nRUN evil",
    "a\rb",
    "a\0b",
    "a'; reboot; '",
    "$(reboot)",
    "é",
    ...others,
  ].filter((word) => !["a<b", "a>b"].includes(word));
}
