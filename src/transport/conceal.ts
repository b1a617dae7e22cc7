import { inspect } from "node:util";

/**
 * A copy whose values do not show in `util.inspect`, `console.log` and test reports; only their names do.
 * The copy is otherwise an ordinary object, so a spread of it shows everything again.
 */
export function conceal<T extends object>(secrets: T): T {
  const names = Object.keys(secrets);
  return Object.defineProperty({ ...secrets }, inspect.custom, {
    enumerable: false,
    value: () => Object.fromEntries(names.map((name) => [name, "(hidden)"])),
  });
}
