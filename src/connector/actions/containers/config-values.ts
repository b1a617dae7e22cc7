import { envList } from "../../../actions/env-list.js";

/** The values of a container's configuration that are not sent just as they came. */
export function arrangeConfig({ env, healthcheck_test: test }: ArrangedConfig): ArrangedConfig {
  return {
    ...(env && { env: envList(env) }),
    ...(test && { healthcheck_test: isLine(test) ? ["CMD-SHELL", ...test] : test }),
  };
}

export interface ArrangedConfig {
  readonly env?: string[];
  readonly healthcheck_test?: string[];
}

/** A line for the shell, before which engines want the word that says so. */
function isLine([first = "", ...rest]: readonly string[]): boolean {
  return rest.length === 0 && first !== "" && first !== "NONE";
}
