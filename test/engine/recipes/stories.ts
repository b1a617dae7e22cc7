import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { checkedBy, ofProject, type Story, saying, until } from "./story.js";
import { unlessGone } from "./world.js";

/** By the headings of the page. */
export const stories: Readonly<Record<string, Story>> = {
  "Run a command and use its output": { prints: /^3 out err\n$/ },

  "Run what nobody trusts": { prints: /^65534\nread-only\n/ },

  "Start a database and wait until it is healthy": {
    prints: /^ready\n$/,
    async after({ docker, name }) {
      const { State } = await docker.containers.inspect(name("db"));
      expect(State.Health?.Status).toBe("healthy");
    },
  },

  "A database for one test, on a free port": {
    prints: /^postgres:\/\/postgres:test@127\.0\.0\.1:\d+\/postgres\n$/,
  },

  "Wait for a line in the log": {
    prints: /^listening on port 8080 8080\n$/,
    before: (world) => world.container("web", saying("listening on port 8080")),
  },

  "Follow the logs of a compose project": {
    prints: /^one stdout first\ntwo stdout second\n$/,
    before: (world) => world.container("one", { ...saying("first"), ...ofProject(world, "one") }),
    async during(world, program, cut) {
      await program.printed(/first/);
      cut();
      await world.container("two", { ...saying("second"), ...ofProject(world, "two") });
      await program.printed(/second/);
      program.signal("SIGKILL");
    },
  },

  "Copy files in and out": {
    prints: /^port 80\n\n$/,
    before: (world) => world.container("web"),
    async after({ docker, name }) {
      const { stdout } = await docker.exec(name("web"), ["stat", "-c", "%a", "/etc/app/run.sh"]);
      expect(stdout).toBe("755\n");
    },
  },

  "Build an image from text": { prints: /^hello\n\n$/ },

  "Build with a secret": { prints: /^8\n\n$/ },

  "Show a job in the terminal": { prints: /RUN echo hello: done\n[\s\S]*^sha256:[0-9a-f]{64}\n$/m },

  "Pull and push through a private registry": {
    needs: "registry",
    prints: /^sha256:[0-9a-f]{64} sha256:[0-9a-f]{64}\n$/,
    async after({ docker, image }, output) {
      const base = `${image("registry.example")}/team/base`;
      await unlessGone(docker.images.remove(`${base}@${output.split(" ")[0]}`));
      await unlessGone(docker.images.remove(`${base}:1`));
    },
  },

  "Give a command its input": {
    prints: /^0 c\nb\na\n\n$/,
    before: (world) => world.container("web"),
  },

  "A shell in this terminal": {
    prints: /42\r\n[\s\S]*left with 3\n$/,
    before: (world) => world.container("web"),
    async during(_, program) {
      await program.printed(/# /);
      program.type("echo $((40 + 2))\nexit 3\n");
    },
  },

  "Talk to a container's first process": { prints: /^a\nb\n\n$/ },

  "Watch events through restarts of the engine": {
    prints: /^start sdk-.*-web$/m,
    before: (world) => world.container("web"),
    async during({ docker, name }, program, cut) {
      const heard = new RegExp(`^start ${name("web")}$`, "m");
      await until(program, heard, () => docker.containers.restart(name("web")));
      cut();
      await program.printed(/^back after \d+ ms$/m);
      await docker.containers.rename(name("web"), name("web-renamed"));
      await program.printed(/^rename .*-web-renamed$/m);
      program.signal("SIGTERM");
    },
  },

  "Restart what is unhealthy": {
    prints: /^restarting sdk-.*-web: no answer\n/,
    before: (world) =>
      world.container("web", {
        Healthcheck: checkedBy("test ! -e /sick || { echo no answer; exit 1; }"),
        Labels: { restart: world.name("unhealthy") },
      }),
    async during({ docker, name }, program) {
      await docker.waitHealthy(name("web"));
      await until(program, /restarting/, async () => {
        await docker.exec(name("web"), ["rm", "-f", "/sick"]);
        await docker.waitHealthy(name("web"), { failOnUnhealthy: false });
        await docker.exec(name("web"), ["touch", "/sick"]);
        await sleep(1000);
      });
      program.signal("SIGKILL");
    },
  },

  "CPU and memory, as `docker stats` shows them": {
    prints: /^\d+\.\d\d % \d+\.\d MiB of 32 MiB\n$/,
    // A fifth of a CPU, all of which it uses.
    before: (world) =>
      world.container("web", {
        Cmd: ["sh", "-c", "while :; do :; done"],
        HostConfig: { NanoCpus: 200_000_000, Memory: 32 * 1024 * 1024 },
      }),
    async after(_, output) {
      const percent = Number.parseFloat(output);
      expect(percent).toBeGreaterThan(2);
      expect(percent).toBeLessThan(40);
    },
  },

  "See what a prune would remove, and remove it": {
    prints: /^1 \[ '(sdk-.*-net)' \] \d+\n1 \[ '\1' \]\n$/,
    async before(world) {
      const { docker, name, image } = world;
      const { Labels } = ofProject(world, "one");
      await docker.containers.create({ Image: image("alpine:3"), Labels }, { name: name("old") });
      await docker.networks.create({ Name: name("net"), Labels });
    },
  },

  "Remove images without a name": {
    prints: /^sha256:[0-9a-f]{64} \d+\n[1-9]\d* \d+\n$/,
    before: ({ docker, image, name }) =>
      docker
        .build(
          { dockerfile: `FROM ${image("alpine:3")}\nRUN echo ${name("a")} > /a` },
          { labels: { team: name("a") } },
        )
        .then(),
  },

  "Save images to a file and load them": {
    prints: /app:1/,
    before: ({ docker, image }) => docker.images.tag(image("alpine:3"), image("app:1")),
    async after({ docker, image }, output) {
      expect(output).toContain(image("alpine:3"));
      await docker.images.inspect(image("app:1"));
    },
  },

  "Back up a volume and restore it": {
    prints: /^a\.txt\nb\.txt\n\n$/,
    before: ({ docker, image, name }) =>
      docker.run(image("alpine:3"), ["touch", "/data/a.txt", "/data/b.txt"], {
        hostConfig: { Mounts: [{ Type: "volume", Source: name("data"), Target: "/data" }] },
      }),
  },

  "Stop everything when this program is told to end": {
    prints: /^working\nstopped\n$/,
    async during({ docker, name }, program) {
      await program.printed(/working/);
      expect(await labelled()).toHaveLength(2);
      program.signal("SIGTERM");
      await program.ended;
      expect(await labelled()).toEqual([]);

      function labelled() {
        return docker.containers.list({ all: true, filters: { label: [`started=${name("here")}`] } });
      }
    },
  },

  "Set limits to a call, and end one from outside": {
    prints: /^TIMEOUT_TOTAL total\ntrue\n$/,
    before: (world) => world.container("web"),
  },

  "Run a command in many containers at once": {
    prints: /^(\/sdk-.*-(one|two) 0 Linux\n){2}$/,
    before: (world) =>
      Promise.all(["one", "two"].map((word) => world.container(word, ofProject(world, word)))),
  },

  "One container of a name, whatever was there": {
    prints: /^[0-9a-f]{64}\n$/,
    before: (world) => world.container("worker"),
    async after({ docker, name }, output) {
      expect((await docker.containers.inspect(name("worker"))).Id).toBe(output.trim());
    },
  },

  "Two containers that find each other by name": { prints: /^hello\n\n$/ },

  "Replace a container by a newer image": {
    prints: /^[0-9a-f]{64}\n$/,
    async before(world) {
      const { docker, image } = world;
      await docker.images.tag(image("alpine:3"), image("app:2"));
      await world.container("web", { Healthcheck: checkedBy("true"), Env: ["MODE=old"] });
    },
    async after({ docker, name, image }, output) {
      const { Id, Config } = await docker.containers.inspect(name("web"));
      expect({ Id, Image: Config?.Image }).toEqual({ Id: output.trim(), Image: image("app:2") });
      expect(Config?.Env).toContain("MODE=new");
    },
  },

  "Update a service, one task after the other": {
    needs: "swarm",
    prints: /^2 of 2$/m,
    async after({ docker, name }) {
      await docker.services.remove(name("api"));
    },
  },

  "Ask for anything else": {
    prints: /^true 1\n$/,
    before: (world) => world.container("web"),
  },
};
