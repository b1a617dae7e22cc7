import { changes, defineAction } from "../../action.js";
import { inBody, inOptions, list, object, text } from "../../field.js";
import { operation } from "../../operation-action.js";
import { containerConfig } from "./container-config-input.js";
import { arrangeCreate } from "./create-body.js";
import { hostConfigFiles } from "./host-config-files-input.js";
import { hostConfigLife } from "./host-config-life-input.js";
import { hostConfigNetwork } from "./host-config-network-input.js";
import { hostConfigRights } from "./host-config-rights-input.js";

const { hostname, cmd } = containerConfig;

const input = {
  name: text("Name for the container; the engine makes one up without it. A taken name is refused.", {
    place: inOptions("name"),
  }),
  platform: text(
    "What the image must be made for, as in linux/arm64/v8. A local image made for anything else counts as missing.",
    { place: inOptions("platform"), since: "1.41" },
  ),
  image: text("Name, digest or ID of the image. May stand in the body as Image.", {
    required: true,
    entity: "image",
    place: inBody("Image"),
    names: { xsoar: "containerconfig_image" },
  }),
  request_body: object("The whole body, as the API spells it. Parameters of their own go before it.", {
    place: inBody(),
  }),
  // Before its single fields, which are set within it.
  host_config: object("How the host runs it: limits, mounts, ports, restarts.", {
    place: inBody("HostConfig"),
    names: { fortisoar: "HostConfig" },
  }),
  additional_fields: object("Further fields of the body, as the API spells them.", { place: inBody() }),
  ...containerConfig,
  hostname: { ...hostname, names: { fortisoar: "Hostname", xsoar: "containerconfig_hostname" } },
  cmd: { ...cmd, names: { fortisoar: "Cmd", xsoar: "containerconfig_cmd" } },
  ...hostConfigLife,
  ...hostConfigFiles,
  ...hostConfigNetwork,
  ...hostConfigRights,
};

const create = operation<typeof input, { Id: string; Warnings: string[] }>(
  "ContainerCreate",
  input,
  ({ name }, [container]) => {
    const { Id, Warnings } = container ?? {};
    return {
      message: `Successfully created container ${name ?? Id}${name === undefined ? "" : ` with the id ${Id}`}.`,
      summary: { id: String(Id) },
      warnings: Array.isArray(Warnings) ? Warnings.map(String) : [],
    };
  },
);

export const createContainer = defineAction({
  name: "create_container",
  title: "Create container",
  description:
    "Creates a container without starting it. The image must already be here, as nothing is pulled.",
  category: "containers",
  effect: changes,
  platforms: {
    fortisoar: { operation: "create_container" },
    splunk: {
      action: "create container",
      identifier: "create_a_container",
      type: "generic",
      dataKey: "create",
      summaryKey: "create_data",
    },
    xsoar: { command: "docker-container-create", published: true },
  },
  input,
  output: {
    Id: text("64 hexadecimal digits.", { required: true, entity: "container" }),
    Warnings: list("What the engine ignored or changed, as sentences for people.", { required: true }),
  },
  run: async (values, context) => create(arrangeCreate(values), context),
});
