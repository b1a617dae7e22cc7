import { expect } from "vitest";
import { box, type Story } from "./story.js";

export const lifecycle: Record<string, Story> = {
  "a container is created, runs and ends with its code": async (docker, stage) => {
    await using web = await box(docker, stage, "exit 7", { start: false });
    const before = await docker.containers.inspect(web.id);
    expect(before.State).toMatchObject({ Status: "created", Running: false, Pid: 0 });
    expect(before.Name).toBe(`/${web.name}`);
    const ended = docker.containers.wait(web.id, { condition: "next-exit" });
    await docker.containers.start(web.id);
    expect(await ended).toMatchObject({ StatusCode: 7 });
    const { State, Path, Args } = await docker.containers.inspect(web.id);
    expect(State).toMatchObject({ Status: "exited", Running: false, ExitCode: 7, Error: "" });
    expect([Path, ...Args]).toEqual(["/bin/sh", "-c", "exit 7"]);
    expect(State.FinishedAt && State.StartedAt && State.FinishedAt > State.StartedAt).toBe(true);
  },

  "start and stop of what is so already are no errors": async (docker, stage) => {
    await using web = await box(docker, stage);
    await docker.containers.start(web.id);
    await docker.containers.stop(web.id);
    await docker.containers.stop(web.id);
    expect((await docker.containers.inspect(web.id)).State).toMatchObject({
      Status: "exited",
      ExitCode: 137,
    });
  },

  "a program that takes SIGTERM ends by it": async (docker, stage) => {
    await using web = await box(
      docker,
      stage,
      "trap 'echo bye; exit 3' TERM; echo up; while true; do sleep 0.1; done",
      {
        StopSignal: "SIGTERM",
      },
    );
    await expect.poll(() => docker.containers.logs(web.id).text()).toBe("up\n");
    await docker.containers.stop(web.id);
    expect(await docker.containers.logs(web.id).text()).toBe("up\nbye\n");
    expect((await docker.containers.inspect(web.id)).State.ExitCode).toBe(3);
  },

  "a restart is a new run of the same container": async (docker, stage) => {
    await using web = await box(docker, stage, "echo hello; sleep 1000");
    await expect.poll(() => docker.containers.logs(web.id).text()).toBe("hello\n");
    const first = (await docker.containers.inspect(web.id)).State;
    await docker.containers.restart(web.id, { timeout: 0 });
    await expect.poll(() => docker.containers.logs(web.id).text()).toBe("hello\nhello\n");
    const { State, RestartCount } = await docker.containers.inspect(web.id);
    expect(State.Running).toBe(true);
    expect(State.Pid).not.toBe(first.Pid);
    expect(RestartCount).toBe(0);
  },

  "a paused container is shown as such, and goes on": async (docker, stage) => {
    await using web = await box(docker, stage);
    await docker.containers.pause(web.id);
    const [listed] = await docker.containers.list({ filters: { id: [web.id], status: ["paused"] } });
    expect(listed?.Status).toMatch(/^Up .* \(Paused\)$/);
    expect((await docker.containers.inspect(web.id)).State).toMatchObject({ Running: true, Paused: true });
    await docker.containers.unpause(web.id);
    expect((await docker.containers.inspect(web.id)).State).toMatchObject({
      Status: "running",
      Paused: false,
    });
  },

  "a container is renamed and found by its new name": async (docker, stage) => {
    await using web = await box(docker, stage);
    const name = stage.uniqueName("renamed");
    await docker.containers.rename(web.id, name);
    expect((await docker.containers.inspect(name)).Id).toBe(web.id);
    const listed = await docker.containers.list({ filters: { name: [name] } });
    expect(listed.map(({ Names }) => Names)).toEqual([[`/${name}`]]);
  },

  "a restart policy starts it again, up to its count": async (docker, stage) => {
    await using web = await box(docker, stage, "exit 4", {
      HostConfig: { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 } },
    });
    await expect
      .poll(async () => (await docker.containers.inspect(web.id)).RestartCount, { timeout: 10_000 })
      .toBe(2);
    await expect.poll(async () => (await docker.containers.inspect(web.id)).State.Status).toBe("exited");
  },

  "an update changes the restart policy": async (docker, stage) => {
    await using web = await box(docker, stage);
    expect(await docker.containers.update(web.id, { RestartPolicy: { Name: "always" } })).toMatchObject({
      Warnings: null,
    });
    const { HostConfig } = await docker.containers.inspect(web.id);
    expect(HostConfig.RestartPolicy).toMatchObject({ Name: "always" });
    await docker.containers.update(web.id, { RestartPolicy: { Name: "no" } });
  },

  "a container with AutoRemove is gone after its end": async (docker, stage) => {
    await using web = await box(docker, stage, "exit 5", { start: false, HostConfig: { AutoRemove: true } });
    const removed = docker.containers.wait(web.id, { condition: "removed" });
    await docker.containers.start(web.id);
    expect(await removed).toMatchObject({ StatusCode: 5 });
    await expect.poll(() => docker.containers.list({ all: true, filters: { id: [web.id] } })).toEqual([]);
  },

  "a list is filtered by label, status, exit code, ancestor and limit": async (docker, stage) => {
    const tag = stage.uniqueName("mark");
    await using one = await box(docker, stage, "exit 3", { Labels: { mark: tag } });
    await using two = await box(docker, stage, "sleep 1000", { Labels: { mark: tag } });
    await docker.containers.wait(one.id);
    const ids = async (filters: object, options = {}) =>
      (
        await docker.containers.list({
          all: true,
          ...options,
          filters: { label: [`mark=${tag}`], ...filters },
        })
      ).map(({ Id }) => Id);
    expect(await ids({})).toEqual([two.id, one.id]);
    expect(await ids({}, { all: false })).toEqual([two.id]);
    expect(await ids({}, { limit: 1 })).toEqual([two.id]);
    expect(await ids({ exited: [3] })).toEqual([one.id]);
    expect(await ids({ status: ["running"] })).toEqual([two.id]);
    expect(await ids({ ancestor: [stage.image] })).toEqual([two.id, one.id]);
    expect(await ids({ name: [one.name] })).toEqual([one.id]);
    expect(await ids({ before: [two.id] })).toEqual([one.id]);
  },

  "top shows the processes of a container": async (docker, stage) => {
    await using web = await box(docker, stage, ["sleep", "1000"]);
    expect((await docker.containers.top(web.id)).Titles?.[0]).toBe("UID");
    // For a moment it is the engine's own program.
    const command = async () => (await docker.containers.top(web.id)).Processes?.[0]?.at(-1);
    await expect.poll(command).toBe("sleep 1000");
  },

  "stats give the numbers of a container": async (docker, stage) => {
    await using web = await box(docker, stage);
    for await (const stats of docker.containers.stats(web.id)) {
      expect(stats.id).toBe(web.id);
      expect(stats.memory_stats.usage).toBeGreaterThan(0);
      expect(stats.cpu_stats.cpu_usage.total_usage).toBeGreaterThan(0);
      break;
    }
  },

  "prune takes what has ended, by label": async (docker, stage) => {
    const mark = stage.uniqueName("pruned");
    await using ended = await box(docker, stage, "true", { Labels: { mark } });
    await using running = await box(docker, stage, "sleep 1000", { Labels: { mark } });
    await docker.containers.wait(ended.id);
    const { ContainersDeleted } = await docker.containers.prune({ filters: { label: [`mark=${mark}`] } });
    expect(ContainersDeleted).toEqual([ended.id]);
    expect((await docker.containers.inspect(running.id)).State.Running).toBe(true);
  },

  "a healthcheck makes a container healthy or not": async (docker, stage) => {
    const Interval = 200_000_000;
    await using good = await box(docker, stage, "sleep 1000", {
      Healthcheck: { Test: ["CMD", "true"], Interval },
    });
    await using bad = await box(docker, stage, "sleep 1000", {
      Healthcheck: { Test: ["CMD-SHELL", "echo sick; exit 1"], Interval, Retries: 2 },
    });
    const health = async (id: string) => (await docker.containers.inspect(id)).State.Health;
    await expect.poll(async () => (await health(good.id))?.Status, { timeout: 10_000 }).toBe("healthy");
    await expect.poll(async () => (await health(bad.id))?.Status, { timeout: 10_000 }).toBe("unhealthy");
    expect((await health(bad.id))?.Log?.[0]).toMatchObject({ ExitCode: 1, Output: "sick\n" });
  },
};
