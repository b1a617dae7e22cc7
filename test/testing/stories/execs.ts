import { expect } from "vitest";
import { box, refusal, type Story } from "./story.js";

export const execs: Record<string, Story> = {
  "an exec gives output, exit code and environment": async (docker, stage) => {
    await using web = await box(docker, stage, "sleep 1000", { Env: ["A=outer", "B=outer"] });
    const script = "echo $A $B; echo oops >&2; exit 3";
    const { stdout, stderr, exitCode } = await docker.exec(web.id, ["sh", "-c", script], {
      env: { B: "inner" },
    });
    expect({ stdout, stderr, exitCode }).toEqual({ stdout: "outer inner\n", stderr: "oops\n", exitCode: 3 });
  },

  "an exec takes input to its end": async (docker, stage) => {
    await using web = await box(docker, stage);
    const { stdout } = await docker.exec(web.id, ["wc", "-c"], { stdin: "12345" });
    expect(stdout.trim()).toBe("5");
  },

  "a detached exec runs by itself": async (docker, stage) => {
    await using web = await box(docker, stage);
    const { Id } = await docker.exec.create(web.id, { Cmd: ["sh", "-c", "sleep 0.5; exit 4"] });
    expect(await docker.exec.inspect(Id)).toMatchObject({
      Running: false,
      ExitCode: null,
      ContainerID: web.id,
    });
    await docker.exec.start(Id, { detach: true });
    expect(await docker.exec.inspect(Id)).toMatchObject({ Running: true, ExitCode: null });
    expect((await docker.containers.inspect(web.id)).ExecIDs).toEqual([Id]);
    await expect.poll(async () => (await docker.exec.inspect(Id)).ExitCode).toBe(4);
    expect(await docker.exec.inspect(Id)).toMatchObject({
      Running: false,
      ProcessConfig: { entrypoint: "sh", arguments: ["-c", "sleep 0.5; exit 4"], tty: false },
    });
  },

  "an exec shares the files of its container": async (docker, stage) => {
    await using web = await box(docker, stage);
    await docker.exec(web.id, ["sh", "-c", "echo kept > /tmp/note"]);
    expect((await docker.exec(web.id, ["cat", "/tmp/note"])).stdout).toBe("kept\n");
  },

  "an exec whose command does not exist says so": async (docker, stage) => {
    await using web = await box(docker, stage);
    const { Id } = await docker.exec.create(web.id, { Cmd: ["no-such-command"] });
    const sentence = await refusal(docker.exec.start(Id, { detach: true }));
    expect(sentence).toContain(
      '400 OCI runtime exec failed: exec failed: unable to start container process: exec: "no-such-command": executable file not found in $PATH',
    );
    expect((await docker.exec.inspect(Id)).ExitCode).toBe(stage.since("1.48") ? 127 : 126);
  },

  "an exec of nothing is refused": async (docker, stage) => {
    await using web = await box(docker, stage);
    expect(await refusal(docker.exec.create(web.id, { Cmd: [] }))).toBe("400 No exec command specified");
  },
};
