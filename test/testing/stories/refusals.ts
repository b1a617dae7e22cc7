import { expect } from "vitest";
import { box, refusal, type Story } from "./story.js";

export const refusals: Record<string, Story> = {
  "what is not there is not found, each in its own words": async (
    { containers, networks, volumes, exec },
    stage,
  ) => {
    expect(await refusal(containers.inspect("no-such"))).toBe("404 No such container: no-such");
    expect(await refusal(networks.inspect("no-such"))).toBe("404 network no-such not found");
    expect(await refusal(volumes.inspect("no-such"))).toBe("404 get no-such: no such volume");
    const call = await refusal(exec.inspect("no-such"));
    expect(call).toBe(`404 No such exec instance: no-such`);
    expect(await refusal(containers.create({ Image: "no/such:1" }))).toBe("404 No such image: no/such:1");
    expect(await refusal(containers.kill("no-such"))).toBe(
      `404 ${stage.since("1.42") ? "cannot" : "Cannot"} kill container: no-such: No such container: no-such`,
    );
  },

  "a name is given once": async (docker, stage) => {
    await using web = await box(docker, stage, "sleep 1000", { start: false });
    const again = docker.containers.create({ Image: stage.image }, { name: web.name });
    const sentence =
      `The container name "/${web.name}" is already in use by container "${web.id}". ` +
      "You have to remove (or rename) that container to be able to reuse that name.";
    expect(await refusal(again)).toBe(`409 Conflict. ${sentence}`);
    await using other = await box(docker, stage, "sleep 1000", { start: false });
    expect(await refusal(docker.containers.rename(other.id, web.name))).toBe(
      `409 Error when allocating new name: Conflict. ${sentence}`,
    );
  },

  "a body that makes no sense is refused": async ({ containers }, { image }) => {
    const create = (body: object, name?: string) =>
      refusal(containers.create({ Image: image, ...body }, { name }));
    expect(await create({}, "-bad")).toBe(
      "400 Invalid container name (-bad), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed",
    );
    expect(await create({ WorkingDir: "here" })).toBe(
      "400 the working directory 'here' is invalid, it needs to be an absolute path",
    );
    expect(await create({ Env: ["=x"] })).toBe("400 invalid environment variable: =x");
    expect(await create({ HostConfig: { Memory: 1000 } })).toBe("400 Minimum memory limit allowed is 6MB");
    expect(await create({ HostConfig: { AutoRemove: true, RestartPolicy: { Name: "always" } } })).toBe(
      "400 can't create 'AutoRemove' container with restart policy",
    );
    expect(await create({ HostConfig: { Binds: ["/x:rel"] } })).toContain(
      "invalid volume specification: '/x:rel': invalid mount config for type \"bind\": invalid mount path: 'rel' mount path must be absolute",
    );
  },

  "what does not run is not killed, paused or asked": async (docker, stage) => {
    await using web = await box(docker, stage, "true");
    await docker.containers.wait(web.id);
    const word = stage.since("1.42") ? ["cannot", "container"] : ["Cannot", "Container"];
    const isNot = `${word[1]} ${web.id} is not running`;
    expect(await refusal(docker.containers.kill(web.name))).toBe(
      `409 ${word[0]} kill container: ${web.name}: ${isNot}`,
    );
    for (const call of [
      () => docker.containers.pause(web.id),
      () => docker.containers.top(web.id),
      () => docker.exec(web.id, ["true"]),
      () => docker.containers.resize(web.id, { height: 10, width: 10 }),
    ]) {
      expect((await refusal(call())).toLowerCase()).toContain(`container ${web.id} is not running`);
    }
    expect(await refusal(docker.containers.unpause(web.id))).toBe(`500 Container ${web.id} is not paused`);
  },

  "what runs is not removed without force": async (docker, stage) => {
    await using web = await box(docker, stage);
    const sentence = await refusal(docker.containers.remove(web.name));
    expect(sentence).toMatch(/^409 /);
    expect(sentence.toLowerCase()).toContain("stop the container before");
    await docker.containers.remove(web.name, { force: true });
    expect(await refusal(docker.containers.inspect(web.name))).toBe(`404 No such container: ${web.name}`);
  },

  "a paused container takes no exec and no second pause": async (docker, stage) => {
    await using web = await box(docker, stage);
    await docker.containers.pause(web.id);
    expect(await refusal(docker.containers.pause(web.id))).toBe(`409 Container ${web.id} is already paused`);
    expect(await refusal(docker.exec(web.name, ["true"]))).toBe(
      `409 Container ${web.name} is paused, unpause the container before exec`,
    );
    expect(await refusal(docker.containers.start(web.id))).toBe(
      "409 cannot start a paused container, try unpause instead",
    );
    await docker.containers.unpause(web.id);
  },

  "a command that does not exist is the engine's 127": async (docker, stage) => {
    await using web = await box(docker, stage, ["no-such-command"], { start: false });
    const sentence = await refusal(docker.containers.start(web.id));
    expect(sentence).toContain("400 failed to create ");
    expect(sentence).toContain(': exec: "no-such-command": executable file not found in $PATH');
    const { State } = await docker.containers.inspect(web.id);
    expect(State).toMatchObject({ Status: "created", ExitCode: 127, Error: sentence.slice("400 ".length) });
  },

  "a file that is no program is the engine's 126": async (docker, stage) => {
    await using web = await box(docker, stage, ["/etc/passwd"], { start: false });
    expect(await refusal(docker.containers.start(web.id))).toContain(
      'exec: "/etc/passwd": permission denied',
    );
    expect((await docker.containers.inspect(web.id)).State.ExitCode).toBe(126);
  },

  "parameters that make no sense are refused": async (docker, stage) => {
    await using web = await box(docker, stage);
    expect(await refusal(docker.containers.kill(web.name, { signal: "BOGUS" }))).toMatch(
      /^400 .*nvalid signal: BOGUS$/,
    );
    expect(await refusal(docker.containers.rename(web.id, web.name))).toBe(
      "400 Renaming a container with the same name as its current name",
    );
    expect(await refusal(docker.containers.logs(web.id, { stdout: false, stderr: false }).text())).toContain(
      "400 Bad parameters: you must choose at least one stream",
    );
  },

  "without a swarm its operations are refused": async (docker) => {
    const sentence =
      '503 This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
    expect(await refusal(docker.services.list())).toBe(sentence);
    expect(await refusal(docker.nodes.list())).toBe(sentence);
    expect(await refusal(docker.swarm.inspect())).toBe(sentence);
  },
};
