import { Containers } from "../../../resources/containers.js";
import { defineAction, reads } from "../../action.js";
import { bounded } from "../../bounded.js";
import { counted } from "../../counted.js";
import { boolean, inOptions, integer, object, text } from "../../field.js";
import { path } from "../shared-fields.js";
import { usageOf } from "./usage.js";

const input = {
  id: path("container"),
  stream: boolean(
    "Goes on with a new sample about every second, until a limit is reached. Without it there is one sample.",
    { place: inOptions("stream"), default: false },
  ),
  one_shot: boolean(
    "Answers at once, with precpu_stats empty. Otherwise one sample takes up to two seconds. Only without stream.",
    { place: inOptions("oneShot"), otherwise: false, names: { fortisoar: "oneshot" }, since: "1.41" },
  ),
};

export const containerStats = defineAction({
  name: "container_stats",
  title: "Container statistics",
  description: "Measures a container's use of CPU, memory, network and disks, once or about every second.",
  category: "containers",
  effect: reads,
  platforms: {
    fortisoar: { operation: "container_stats" },
    xsoar: { command: "docker-container-stats", published: true },
  },
  input,
  output: {
    id: text("Id of the container.", { entity: "container" }),
    name: text("Its name, which starts with /."),
    read: text("When it was measured, in RFC 3339 with nanoseconds.", { required: true }),
    preread: text("When it was measured the time before."),
    num_procs: integer("Number of processes. Windows only; 0 elsewhere."),
    pids_stats: object("How many processes and threads there are.", { required: true }),
    cpu_stats: object("Use of the CPUs since the start, in nanoseconds.", { required: true }),
    precpu_stats: object("The same, the time before.", { required: true }),
    memory_stats: object("Use of memory, in bytes.", { required: true }),
    blkio_stats: object("Use of block devices."),
    storage_stats: object("Use of disks. Windows only; empty elsewhere."),
    networks: object("Use of each network interface, by its name."),
  },
  // Of samples that go on: about a minute of them.
  bounds: { time: 60_000, bytes: 1024 * 1024, items: 60 },
  async run({ id, stream = false, one_shot: oneShot }, { client, call, bounds, settings }) {
    const during = stream
      ? { ...call, retry: false as const }
      : { ...call, timeout: (settings.timeout ?? 60) * 1000 };
    // Said even where it is false: engines go on unless they are told not to.
    const samples = new Containers(client).stats(id, { stream, oneShot }, during);
    const { values, truncated } = await bounded(
      samples,
      // One sample has the time of any request, whose end is a failure.
      stream ? bounds : { ...bounds, time: longestTimer },
      (sample) => JSON.stringify(sample).length,
    );
    const last = values.at(-1);
    return {
      data: values,
      message: `Read ${counted(values, "sample")} of what container ${id} uses${truncated ? ", up to the limit" : ""}.`,
      summary: { samples: values.length, ...(last && usageOf(last)) },
      truncated,
    };
  },
});

/** Milliseconds; more than this is none to Node. */
const longestTimer = 2 ** 31 - 1;
