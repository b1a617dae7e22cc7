import type { Docker } from "../docker.js";
import type { Interrupts } from "./interrupts.js";

/**
 * Lets Ctrl-C close the streams that a line opens: `for await (const event of docker.system.events()) …` would write on
 * and on below the next prompt. Puts methods in front of those of the classes, for this one client.
 */
export function watchStreams(docker: Docker, interrupts: Interrupts): void {
  for (const target of [docker, ...Object.values(docker)]) {
    if (typeof target !== "object" || target === null) continue;
    for (const [name, method] of methodsOf(target)) {
      const value = (...args: unknown[]) => {
        const result: unknown = Reflect.apply(method, target, args);
        if (isStream(result)) interrupts.add(() => result.close());
        return result;
      };
      Object.defineProperty(target, name, { value, enumerable: false, configurable: true, writable: true });
    }
  }
}

type Method = (...args: unknown[]) => unknown;

function methodsOf(target: object): [string, Method][] {
  const methods: [string, Method][] = [];
  let prototype: unknown = Object.getPrototypeOf(target);
  while (typeof prototype === "object" && prototype !== null && prototype !== Object.prototype) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (typeof value === "function" && name !== "constructor" && name !== "close")
        methods.push([name, value]);
    }
    prototype = Object.getPrototypeOf(prototype);
  }
  // The nearest class comes last, and so its method counts.
  return methods.reverse();
}

function isStream(value: unknown): value is { close(): unknown } {
  return (
    typeof value === "object" &&
    value !== null &&
    Symbol.asyncIterator in value &&
    "close" in value &&
    typeof value.close === "function"
  );
}
