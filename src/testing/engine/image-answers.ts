import type { Image } from "./images.js";
import { timestamp, toSeconds } from "./moment.js";
import type { World } from "./world.js";

/** An image in a list. */
export function imageSummary({ id, tags, digests, created, config, size }: Image, minor: number): object {
  return {
    Containers: -1,
    Created: toSeconds(created),
    Id: id,
    Labels: config.Labels,
    ParentId: "",
    RepoDigests: [...digests],
    // Before API 1.43 an image without a name said so by a name.
    RepoTags: tags.size === 0 && minor < 43 ? ["<none>:<none>"] : [...tags],
    SharedSize: -1,
    Size: size,
    ...(minor < 44 && { VirtualSize: size }),
  };
}

/** All that is told about an image. */
export function imageInspect(image: Image, { version }: World, minor: number): object {
  const { id, tags, digests, created, tagged, config, comment, layer, size } = image;
  const folder = `/var/lib/docker/overlay2/${layer.slice(7)}`;
  return {
    Id: id,
    RepoTags: [...tags],
    RepoDigests: [...digests],
    Parent: "",
    Comment: comment,
    Created: timestamp(created),
    ...(minor < 45 && { Container: "", ContainerConfig: emptyConfig }),
    DockerVersion: version.engine,
    Author: "",
    Config: minor < 50 ? { ...emptyConfig, ...config } : { ...config, OnBuild: null },
    Architecture: "amd64",
    Os: "linux",
    Size: size,
    ...(minor < 44 && { VirtualSize: size }),
    GraphDriver: {
      Data: { MergedDir: `${folder}/merged`, UpperDir: `${folder}/diff`, WorkDir: `${folder}/work` },
      Name: "overlay2",
    },
    RootFS: { Type: "layers", Layers: [layer] },
    Metadata: { LastTagTime: timestamp(tagged) },
  };
}

/** Until API 1.49 an image told all fields that a container's config has. */
const emptyConfig = {
  Hostname: "",
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
  Image: "",
  Volumes: null,
  WorkingDir: "",
  Entrypoint: null,
  OnBuild: null,
  Labels: null,
};

export function imageHistory({ id, tags, created, config, comment, size }: Image): object[] {
  const Created = toSeconds(created);
  const command = config.Cmd === null ? "" : `/bin/sh -c #(nop)  CMD ${JSON.stringify(config.Cmd)}`;
  return [
    {
      Comment: comment,
      Created,
      CreatedBy: command,
      Id: id,
      Size: size,
      Tags: tags.size === 0 ? null : [...tags].sort(),
    },
  ];
}
