import type { Container } from "./container.js";
import type { World } from "./world.js";

/** Tells what has happened to a container, with its labels as every such event has them. */
export function containerEvent(
  { events }: World,
  { id, name, config }: Container,
  action: string,
  attributes: Readonly<Record<string, string>> = {},
): void {
  events.add("container", action, id, { ...config.Labels, ...attributes, image: config.Image, name });
}
