import { boolean, command, inBody, integer, list, object, text } from "../../field.js";

/** What runs in a container, whatever the host: the fields of a container configuration. */
export const containerConfig = {
  hostname: text("Empty takes the first 12 digits of the container's ID.", {
    place: inBody("Hostname"),
    names: { xsoar: "containerconfig_hostname" },
  }),
  domain_name: text("Domain part of the name it has for itself.", {
    place: inBody("Domainname"),
    names: { xsoar: "containerconfig_domainname" },
  }),
  user: text("user[:group], names or numbers; empty takes the image's.", {
    place: inBody("User"),
    names: { xsoar: "containerconfig_user" },
  }),
  attach_stdin: boolean("A note for clients that stdin will be attached; docker run without -d sets it.", {
    place: inBody("AttachStdin"),
    otherwise: false,
    names: { xsoar: "containerconfig_attachstdin" },
  }),
  attach_stdout: boolean("A note for clients that stdout will be attached.", {
    place: inBody("AttachStdout"),
    otherwise: false,
    names: { xsoar: "containerconfig_attachstdout" },
  }),
  attach_stderr: boolean("A note for clients that stderr will be attached.", {
    place: inBody("AttachStderr"),
    otherwise: false,
    names: { xsoar: "containerconfig_attachstderr" },
  }),
  exposed_ports: object("Keys such as 80/tcp, each with an empty object. Exposing publishes nothing.", {
    place: inBody("ExposedPorts"),
    names: { xsoar: "containerconfig_exposedports" },
  }),
  tty: boolean("Gives it a terminal. Its output is then one raw stream without frames.", {
    place: inBody("Tty"),
    otherwise: false,
    names: { xsoar: "containerconfig_tty" },
  }),
  open_stdin: boolean("Keeps stdin open even while nobody is attached.", {
    place: inBody("OpenStdin"),
    otherwise: false,
    names: { xsoar: "containerconfig_openstdin" },
  }),
  stdin_once: boolean(
    "Closes stdin when the first attached client goes; programs that read to the end need it.",
    { place: inBody("StdinOnce"), otherwise: false, names: { xsoar: "containerconfig_stdinonce" } },
  ),
  env: list("NAME=value; a bare NAME takes the variable away that the image sets.", {
    place: inBody("Env"),
    names: { xsoar: "containerconfig_env" },
  }),
  cmd: command("Arguments for the entrypoint or, without one, the program and its arguments.", {
    place: inBody("Cmd"),
    names: { xsoar: "containerconfig_cmd" },
  }),
  healthcheck_test: list(
    "CMD and the words of a program, CMD-SHELL and a line for the shell, or NONE for no checks. A line by itself is one for the shell.",
    { place: inBody("Healthcheck.Test"), names: { xsoar: "containerconfig_healthcheck_Test" } },
  ),
  healthcheck_interval: integer(
    "Nanoseconds from one check to the next, at least 1 ms; 0 takes the image's.",
    { place: inBody("Healthcheck.Interval"), names: { xsoar: "containerconfig_healthcheck_Interval" } },
  ),
  healthcheck_timeout: integer(
    "Nanoseconds until a check counts as failed, at least 1 ms; 0 takes the image's.",
    { place: inBody("Healthcheck.Timeout"), names: { xsoar: "containerconfig_healthcheck_Timeout" } },
  ),
  healthcheck_retries: integer("How many failures in a row make it unhealthy; 0 takes the image's.", {
    place: inBody("Healthcheck.Retries"),
    names: { xsoar: "containerconfig_healthcheck_Retries" },
  }),
  healthcheck_start_period: integer(
    "Nanoseconds after the start in which failures do not count, at least 1 ms; 0 takes the image's.",
    { place: inBody("Healthcheck.StartPeriod"), names: { xsoar: "containerconfig_healthcheck_StartPeriod" } },
  ),
  args_escaped: boolean("Whether the command is already escaped for Windows. Windows only.", {
    place: inBody("ArgsEscaped"),
    otherwise: false,
    names: { xsoar: "containerconfig_argsescaped" },
  }),
  volumes: object("Paths that get an anonymous volume, each with an empty object.", {
    place: inBody("Volumes"),
    names: { xsoar: "containerconfig_volumes" },
  }),
  working_dir: text("Folder its programs start in; created when missing.", {
    place: inBody("WorkingDir"),
    names: { xsoar: "containerconfig_workingdir" },
  }),
  entrypoint: command('The program that is run with Cmd as arguments; [""] drops the image\'s.', {
    place: inBody("Entrypoint"),
    names: { xsoar: "containerconfig_entrypoint" },
  }),
  network_disabled: boolean("Leaves it with the loopback interface alone.", {
    place: inBody("NetworkDisabled"),
    otherwise: false,
    names: { xsoar: "containerconfig_networkdisabled" },
  }),
  mac_address: text("Deprecated: say it in the endpoint's settings instead.", {
    place: inBody("MacAddress"),
    names: { xsoar: "containerconfig_macaddress" },
    until: "1.51",
  }),
  on_build: list("Dockerfile instructions kept for builds that start from this image.", {
    place: inBody("OnBuild"),
    names: { xsoar: "containerconfig_onbuild" },
  }),
  labels: object("Your own metadata; those of the image are added.", {
    place: inBody("Labels"),
    names: { xsoar: "containerconfig_labels" },
  }),
  stop_signal: text("Signal that asks it to stop, by name or number.", {
    place: inBody("StopSignal"),
    otherwise: "SIGTERM",
    names: { xsoar: "containerconfig_stopsignal" },
  }),
  stop_timeout: integer("Seconds between the stop signal and SIGKILL; -1 waits for ever.", {
    min: -1,
    place: inBody("StopTimeout"),
    names: { xsoar: "containerconfig_stoptimeout" },
  }),
  shell: list("The shell that shell-form instructions are run with.", {
    place: inBody("Shell"),
    names: { xsoar: "containerconfig_shell" },
  }),
};
