import { describe, expect, test } from "vitest";
import type { ContainerConfigOutput, ImageConfig } from "../../generated/schema.js";
import { ownConfig } from "../../src/actions/recreate-image-defaults.js";

const nothing = {
  Hostname: "h",
  Domainname: "",
  User: "",
  AttachStdin: false,
  AttachStdout: false,
  AttachStderr: false,
  Tty: false,
  OpenStdin: false,
  StdinOnce: false,
  Env: null,
  Cmd: null,
  Image: "app:1",
  Volumes: null,
  WorkingDir: "",
  Entrypoint: null,
  OnBuild: null,
  Labels: {},
} satisfies ContainerConfigOutput;

function own(config: Partial<ContainerConfigOutput>, image: Partial<ImageConfig>): object {
  const {
    Hostname,
    Domainname,
    AttachStdin,
    AttachStdout,
    AttachStderr,
    Tty,
    OpenStdin,
    StdinOnce,
    Image,
    ...rest
  } = ownConfig({ ...nothing, ...config }, image);
  return rest;
}

describe("a container's own configuration", () => {
  test.each<[string, Partial<ContainerConfigOutput>, Partial<ImageConfig>, object]>([
    ["leaves out what says nothing", {}, {}, { Labels: {} }],
    ["variables", { Env: ["A=1", "B=mine"] }, { Env: ["A=1", "B=2"] }, { Env: ["B=mine"] }],
    ["variables of an image without", { Env: ["A=1"] }, { Env: null }, { Env: ["A=1"] }],
    ["labels", { Labels: { a: "1", b: "mine" } }, { Labels: { a: "1", b: "2" } }, { Labels: { b: "mine" } }],
    ["labels of an image without", { Labels: { a: "1" } }, { Labels: null }, { Labels: { a: "1" } }],
    [
      "ports",
      { ExposedPorts: { "80/tcp": {}, "81/tcp": {} } },
      { ExposedPorts: { "80/tcp": {} } },
      { ExposedPorts: { "81/tcp": {} } },
    ],
    ["volumes", { Volumes: { "/a": {} } }, { Volumes: { "/a": {} } }, { Volumes: {} }],
    ["a user", { User: "1" }, { User: "1" }, {}],
    ["a user of its own", { User: "2" }, { User: "1" }, { User: "2" }],
    ["root in place of the image's user", { User: "0" }, { User: "1" }, { User: "0" }],
    ["a folder", { WorkingDir: "/a" }, { WorkingDir: "/a" }, {}],
    ["a stop signal", { StopSignal: "SIGINT" }, { StopSignal: "SIGINT" }, {}],
    ["a shell", { Shell: ["sh"] }, { Shell: ["sh"] }, {}],
    ["triggers, which are the image's", { OnBuild: ["RUN a"] }, {}, {}],
  ])("has %s", (_, config, image, expected) => {
    expect(own(config, image)).toEqual({ Labels: {}, ...expected });
  });

  test.each<[string, Partial<ContainerConfigOutput>, Partial<ImageConfig>, object]>([
    ["the image's", { Cmd: ["a"] }, { Cmd: ["a"] }, {}],
    [
      "the image's, with its entrypoint",
      { Entrypoint: ["e"], Cmd: ["a"] },
      { Entrypoint: ["e"], Cmd: ["a"] },
      {},
    ],
    ["its own", { Entrypoint: ["e"], Cmd: ["b"] }, { Entrypoint: ["e"], Cmd: ["a"] }, { Cmd: ["b"] }],
    [
      "the same as the image's behind an entrypoint of its own",
      { Entrypoint: ["mine"], Cmd: ["a"] },
      { Entrypoint: ["e"], Cmd: ["a"] },
      { Entrypoint: ["mine"], Cmd: ["a"] },
    ],
    [
      "none behind an entrypoint of its own",
      { Entrypoint: ["mine"] },
      { Cmd: ["a"] },
      { Entrypoint: ["mine"] },
    ],
    [
      "none behind the image's entrypoint",
      { Entrypoint: ["e"] },
      { Entrypoint: ["e"], Cmd: ["a"] },
      { Entrypoint: ["e"] },
    ],
    [
      "without the image's entrypoint",
      { Cmd: ["b"] },
      { Entrypoint: ["e"] },
      { Entrypoint: [""], Cmd: ["b"] },
    ],
    ["none anywhere", { Cmd: [] }, { Cmd: null }, {}],
  ])("has a command that is %s", (_, config, image, expected) => {
    expect(own(config, image)).toEqual({ Labels: {}, ...expected });
  });

  test("has of a healthcheck what is not the image's, field by field", () => {
    const image = { Test: ["CMD", "a"], Interval: 1, Retries: 3 };
    expect(own({ Healthcheck: image }, { Healthcheck: image })).not.toHaveProperty("Healthcheck");
    expect(own({ Healthcheck: { ...image, Interval: 2 } }, { Healthcheck: image })).toMatchObject({
      Healthcheck: { Interval: 2 },
    });
    expect(own({ Healthcheck: { Test: ["NONE"] } }, { Healthcheck: image })).toMatchObject({
      Healthcheck: { Test: ["NONE"] },
    });
    expect(own({ Healthcheck: image }, {})).toMatchObject({ Healthcheck: image });
  });
});
