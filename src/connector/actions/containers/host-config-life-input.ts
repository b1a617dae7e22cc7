import { boolean, choice, inBody, integer, list, object, text } from "../../field.js";

/** How a container lives on its host: restarts, logs, runtime, terminal. */
export const hostConfigLife = {
  hostconfig_autoremove: boolean(
    "Removes the container and its anonymous volumes when it exits. Not together with a restart policy.",
    { place: inBody("HostConfig.AutoRemove"), otherwise: false },
  ),
  hostconfig_restartpolicy_name: text(
    "Empty is the same as no; unless-stopped is always but remembers a stop across engine restarts.",
    { place: inBody("HostConfig.RestartPolicy.Name"), names: { xsoar: "hostconfig_restartpolicy_Name" } },
  ),
  hostconfig_restartpolicy_maximumretrycount: integer(
    "Restarts before giving up, with on-failure only; 0 for no end.",
    {
      place: inBody("HostConfig.RestartPolicy.MaximumRetryCount"),
      names: { xsoar: "hostconfig_restartpolicy_MaximumRetryCount" },
    },
  ),
  hostconfig_logconfig_type: text(
    "Log driver; drivers from plugins have names of their own. Empty takes the engine's setting.",
    { place: inBody("HostConfig.LogConfig.Type"), names: { xsoar: "hostconfig_logconfig_Type" } },
  ),
  hostconfig_logconfig_config: object("Options of the log driver, such as max-size.", {
    place: inBody("HostConfig.LogConfig.Config"),
    names: { xsoar: "hostconfig_logconfig_Config" },
  }),
  hostconfig_runtime: text(
    "One of the runtimes that the system information lists; empty takes the engine's.",
    { place: inBody("HostConfig.Runtime") },
  ),
  hostconfig_isolation: choice(
    "Windows only. How far it is kept from the host; empty takes the engine's setting.",
    ["default", "process", "hyperv"],
    { place: inBody("HostConfig.Isolation") },
  ),
  // Numbers, which a list of texts is made into where the body is put together.
  hostconfig_consolesize: list("First size of the terminal in characters: height, width."),
  hostconfig_containeridfile: text(
    "File that somebody wrote the ID to; the engine only remembers the path.",
    {
      place: inBody("HostConfig.ContainerIDFile"),
    },
  ),
  hostconfig_oomscoreadj: integer("-1000 (spared) to 1000 (killed first) when the host runs out of memory.", {
    min: -1000,
    max: 1000,
    place: inBody("HostConfig.OomScoreAdj"),
  }),
  hostconfig_shmsize: integer("Bytes for /dev/shm; 0 takes the engine's setting.", {
    place: inBody("HostConfig.ShmSize"),
  }),
  hostconfig_sysctls: object("Kernel parameters of its namespaces, such as net.ipv4.ip_forward.", {
    place: inBody("HostConfig.Sysctls"),
  }),
};
