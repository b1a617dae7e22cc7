import { containerEvent } from "./container-event.js";
import { hijacked } from "./hijacked.js";
import { framed, type StreamNumber } from "./output-log.js";
import { flag } from "./query.js";
import { Refusal } from "./refusal.js";
import type { Call } from "./world.js";

/** `POST /containers/{id}/attach` */
export function attachContainer({ world, exchange, params, query, minor }: Call): void {
  const container = world.containers.get(params.id ?? "");
  const { status, config, output } = container;
  if (status === "paused")
    throw new Refusal(409, `container ${params.id} is paused, unpause the container before attach`);
  if (status === "restarting") {
    throw new Refusal(409, `container ${params.id} is restarting, wait until the container is running`);
  }
  const tty = config.Tty === true;
  const wanted = { 1: flag(query, "stdout"), 2: flag(query, "stderr") };
  const type = !tty && minor >= 42 ? "multiplexed" : "raw";
  const connection = hijacked(exchange, `application/vnd.docker.${type}-stream`);
  const say = (stream: StreamNumber, bytes: Buffer) => {
    if (wanted[stream]) connection.write(tty ? bytes : framed(stream, bytes));
  };
  containerEvent(world, container, "attach");
  if (flag(query, "logs")) for (const { stream, bytes } of output.lines) say(stream, bytes);
  if (!flag(query, "stream")) {
    connection.end();
    return;
  }
  const feed = () => {
    const { process } = container;
    // The end of the input is the end of the container's, where it was said so.
    if (process !== undefined) connection.feed(process, { tty, closes: config.StdinOnce === true && !tty });
  };
  const ends = [output.onOutput(say)];
  const end = () => {
    for (const off of ends) off();
    connection.end();
  };
  ends.push(container.on("exited", end), container.on("removed", end));
  connection.onClose(end);
  if (!flag(query, "stdin")) return;
  if (container.isRunning) feed();
  else connection.onStart((begin) => ends.push(container.on("started", begin)), feed);
}
