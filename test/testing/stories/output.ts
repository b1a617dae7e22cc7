import { expect } from "vitest";
import { box, type Story } from "./story.js";

export const output: Record<string, Story> = {
  "logs tell stdout from stderr": async (docker, stage) => {
    await using web = await box(docker, stage, "echo out; sleep 0.2; echo err >&2; sleep 0.2; printf end");
    await docker.containers.wait(web.id);
    expect(await docker.containers.logs(web.id).text()).toBe("out\nerr\nend");
    expect(await docker.containers.logs(web.id, { stdout: false }).text()).toBe("err\n");
    const { stdout, stderr } = await docker.containers.logs(web.id).collect();
    expect([stdout.toString(), stderr.toString()]).toEqual(["out\nend", "err\n"]);
  },

  "logs of a terminal come as they are": async (docker, stage) => {
    await using web = await box(docker, stage, "echo one; echo two >&2", { Tty: true });
    await docker.containers.wait(web.id);
    expect(await docker.containers.logs(web.id).text()).toBe("one\r\ntwo\r\n");
  },

  "tail, since and timestamps choose and mark the lines": async (docker, stage) => {
    await using web = await box(docker, stage, "for i in 1 2 3 4; do echo line $i; sleep 0.05; done");
    await docker.containers.wait(web.id);
    const logs = (options: object) => docker.containers.logs(web.id, options).text();
    expect(await logs({ tail: 2 })).toBe("line 3\nline 4\n");
    expect(await logs({ tail: 0 })).toBe("");
    const marked = (await logs({ timestamps: true })).trimEnd().split("\n");
    expect(marked).toHaveLength(4);
    for (const line of marked) expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z line \d$/);
    const [, , third = ""] = marked.map((line) => line.split(" ")[0] ?? "");
    const seconds = `${Math.floor(Date.parse(third) / 1000)}.${third.slice(20, 29)}`;
    expect(await logs({ since: seconds })).toBe("line 3\nline 4\n");
    expect(await logs({ until: seconds })).toBe("line 1\nline 2\nline 3\n");
  },

  "followed logs come as they are said, and end with the container": async (docker, stage) => {
    await using web = await box(docker, stage, "echo first; sleep 0.5; echo last");
    const lines: string[] = [];
    for await (const { text } of docker.containers.logs(web.id, { follow: true }).lines()) lines.push(text);
    expect(lines).toEqual(["first", "last"]);
    expect((await docker.containers.inspect(web.id)).State.Status).toBe("exited");
  },

  "attached input reaches the program, and its end ends it": async (docker, stage) => {
    await using web = await box(docker, stage, "cat; echo done >&2", {
      start: false,
      OpenStdin: true,
      StdinOnce: true,
    });
    await using stream = await docker.containers.attach(web.id, { stdin: true });
    await docker.containers.start(web.id);
    stream.stdin.write("hello ");
    stream.stdin.end("world\n");
    const { stdout, stderr } = await stream.output.collect();
    expect([stdout.toString(), stderr.toString()]).toEqual(["hello world\n", "done\n"]);
    expect(await docker.containers.wait(web.id)).toMatchObject({ StatusCode: 0 });
  },

  "a program reads line by line from who is attached": async (docker, stage) => {
    await using web = await box(docker, stage, "while read line; do echo got $line; done; exit 3", {
      start: false,
      OpenStdin: true,
      StdinOnce: true,
    });
    await using stream = await docker.containers.attach(web.id, { stdin: true });
    await docker.containers.start(web.id);
    stream.stdin.end("one\ntwo\n");
    expect(await stream.output.text()).toBe("got one\ngot two\n");
    expect(await docker.containers.wait(web.id)).toMatchObject({ StatusCode: 3 });
  },

  "a terminal has the size that it is given": async (docker, stage) => {
    await using web = await box(docker, stage, "read x; stty size; echo got $x", {
      start: false,
      OpenStdin: true,
      Tty: true,
    });
    await using stream = await docker.containers.attach(web.id, { stdin: true });
    await docker.containers.start(web.id);
    await docker.containers.resize(web.id, { height: 33, width: 101 });
    stream.stdin.write("it\n");
    expect(await stream.output.text()).toContain("33 101\r\ngot it\r\n");
  },

  "a run gives output and exit code, and leaves nothing": async (docker, stage) => {
    const name = stage.uniqueName("run");
    const script = 'echo "$A $(pwd)"; echo oops >&2; exit 9';
    const options = { name, labels: stage.labels, env: { A: "b" }, workingDir: "/tmp" };
    const { stdout, stderr, exitCode } = await docker.run(stage.image, ["sh", "-c", script], options);
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: "b /tmp\n", stderr: "oops\n", exitCode: 9 });
    expect(await docker.containers.list({ all: true, filters: { name: [name] } })).toEqual([]);
  },
};
