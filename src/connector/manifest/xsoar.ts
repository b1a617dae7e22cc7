import type { Action } from "../action.js";
import { catalogue } from "../catalogue.js";
import { xsoarContext } from "../projection/xsoar-context.js";
import { formInputs } from "./form-input.js";
import { about, type ManifestOptions } from "./manifest-options.js";
import { described, formDefault } from "./words.js";
import { type XsoarSetting, xsoarConfiguration } from "./xsoar-configuration.js";
import { xsoarType } from "./xsoar-type.js";
import { yamlText } from "./yaml-text.js";

/** The definition of an XSOAR integration; `yamlText` writes it as the file that the platform reads. */
export function xsoarManifest({
  actions = catalogue,
  script = "",
  dockerImage,
}: XsoarOptions = {}): XsoarManifest {
  return {
    commonfields: { id: "Docker Engine", version: -1 },
    name: "Docker Engine",
    display: "Docker Engine",
    category: "IT Services",
    description: about,
    fromversion: "6.0.0",
    configuration: xsoarConfiguration(),
    script: {
      script: script === "" ? "-" : script,
      type: "python",
      subtype: "python3",
      ...(dockerImage !== undefined && { dockerimage: dockerImage }),
      runonce: false,
      // The test of an instance is a call of its own, which is no command.
      commands: actions.filter(({ name }) => name !== "test_connectivity").flatMap(commands),
    },
    tests: ["No tests"],
  };
}

/** The same as the text of a yml file. */
export function xsoarYaml(options: XsoarOptions = {}): string {
  return yamlText(xsoarManifest(options));
}

export interface XsoarOptions extends Omit<ManifestOptions, "version"> {
  /** The integration's Python, for a file that has everything in it. Default: it stands in a file beside this one. */
  readonly script?: string;
  /** The image that the integration runs in, which must have the command of this package. */
  readonly dockerImage?: string;
}

export interface XsoarManifest {
  readonly commonfields: { readonly id: string; readonly version: -1 };
  readonly name: string;
  readonly display: string;
  readonly category: string;
  readonly description: string;
  readonly fromversion: string;
  readonly configuration: readonly XsoarSetting[];
  readonly script: {
    readonly script: string;
    readonly type: "python";
    readonly subtype: "python3";
    readonly dockerimage?: string;
    readonly runonce: false;
    readonly commands: readonly XsoarCommand[];
  };
  readonly tests: readonly string[];
}

export interface XsoarCommand {
  readonly name: string;
  readonly description: string;
  /** Whoever starts it by hand is asked first. */
  readonly execution?: true;
  readonly arguments: readonly XsoarArgument[];
  readonly outputs: readonly XsoarOutput[];
}

export interface XsoarArgument {
  readonly name: string;
  readonly description: string;
  readonly required?: true;
  readonly isArray?: true;
  readonly secret?: true;
  readonly auto?: "PREDEFINED";
  readonly predefined?: readonly string[];
  readonly defaultValue?: string;
}

export interface XsoarOutput {
  readonly contextPath: string;
  readonly description: string;
  readonly type: "String" | "Number" | "Boolean" | "Date" | "Unknown";
}

/** One for each name that the platform knows an action by. */
function commands(action: Action): XsoarCommand[] {
  const { name, description, effect, platforms, aliases = [] } = action;
  const main = platforms.xsoar?.command ?? `docker-${name.replaceAll("_", "-")}`;
  const others = aliases.filter((alias) => alias.startsWith("docker-"));
  return [main, ...others].map((name) => ({
    name,
    description,
    ...(effect.destructive && { execution: true }),
    arguments: xsoarArguments(action),
    outputs: outputs(action),
  }));
}

function xsoarArguments({ input }: Action): XsoarArgument[] {
  return formInputs("xsoar", input).map(({ name, field }) => {
    const { kind, required, secret, default: fallback } = field;
    const options = kind === "boolean" ? ["true", "false"] : kind === "choice" ? field.options : undefined;
    return {
      name,
      description: described(field),
      ...(required && { required: true }),
      ...(["list", "choices"].includes(kind) && { isArray: true }),
      ...(secret && { secret: true }),
      ...(options && { auto: "PREDEFINED", predefined: options }),
      ...(fallback !== undefined && { defaultValue: String(formDefault(fallback)) }),
    };
  });
}

function outputs({ name, output, platforms }: Action): XsoarOutput[] {
  const { prefix } = xsoarContext(name, platforms.xsoar);
  return Object.entries(output).map(([member, field]) => ({
    contextPath: `${prefix}.${member === "statusCode" ? "Status Code" : member}`,
    description: described(field),
    type: xsoarType(field),
  }));
}
