import { boolean, choice, inBody, list, text } from "../../field.js";

/** What a container may do, and how far it is apart from its host: capabilities, security, namespaces. */
export const hostConfigRights = {
  hostconfig_privileged: boolean(
    "Lifts nearly every barrier: all capabilities, all devices, no security profiles.",
    { place: inBody("HostConfig.Privileged"), otherwise: false },
  ),
  hostconfig_capadd: list("Kernel capabilities to give, such as NET_ADMIN, or ALL. Linux only.", {
    place: inBody("HostConfig.CapAdd"),
  }),
  hostconfig_capdrop: list("Kernel capabilities to take away, or ALL. Linux only.", {
    place: inBody("HostConfig.CapDrop"),
  }),
  hostconfig_securityopt: list(
    "Such as no-new-privileges, seccomp=<JSON>, apparmor=<profile>, label=<…>; on Windows credentialspec=<…>.",
    { place: inBody("HostConfig.SecurityOpt") },
  ),
  hostconfig_groupadd: list("Further groups, by name or number, for its process.", {
    place: inBody("HostConfig.GroupAdd"),
  }),
  hostconfig_usernsmode: text("host opts out where the engine remaps users; empty keeps the mapping.", {
    place: inBody("HostConfig.UsernsMode"),
  }),
  hostconfig_pidmode: text("host, container:<id> or empty for a PID namespace of its own.", {
    place: inBody("HostConfig.PidMode"),
  }),
  hostconfig_ipcmode: text(
    "none, private, shareable, host or container:<id>; empty takes the engine's setting.",
    { place: inBody("HostConfig.IpcMode") },
  ),
  hostconfig_utsmode: text("host shares the host's name; empty gives it its own.", {
    place: inBody("HostConfig.UTSMode"),
  }),
  hostconfig_cgroupnsmode: choice(
    "Cgroup namespace: its own, or the host's. Empty takes the engine's setting. Linux only.",
    ["private", "host"],
    { place: inBody("HostConfig.CgroupnsMode"), since: "1.41" },
  ),
  hostconfig_cgroup: text("Cgroup of another container to join. A leftover; leave it empty.", {
    place: inBody("HostConfig.Cgroup"),
  }),
};
