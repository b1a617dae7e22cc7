import type { Container } from "./container.js";
import { defaultPath } from "./images.js";

/** The variables of a container's programs: those that every one has, and its own. */
export function environmentOf({ env, config }: Container): Record<string, string> {
  const given = env.map((variable): [string, string] => {
    const [name = "", ...value] = variable.split("=");
    return [name, value.join("=")];
  });
  const terminal: Record<string, string> = config.Tty === true ? { TERM: "xterm" } : {};
  return {
    PATH: defaultPath,
    HOSTNAME: config.Hostname ?? "",
    ...terminal,
    HOME: "/root",
    ...Object.fromEntries(given),
  };
}
