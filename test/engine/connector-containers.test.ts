import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderSink } from "../../src/connector/files.js";
import { checkOutput } from "../connector/check-output.js";
import { connectorFor } from "./connector-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines.concurrent("the connector's containers", (engine) => {
  const connector = connectorFor(engine);
  const labels = JSON.stringify(engine.labels);
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "connector-containers-"));
  });
  afterAll(async () => {
    await connector.close();
    await rm(folder, { recursive: true });
  });

  /** Creates a container and starts it. */
  async function started(area: string, cmd: string, parameters: object = {}): Promise<string> {
    const name = engine.uniqueName(area);
    const image = engine.image;
    checkOutput(await connector.execute("create_container", { name, image, cmd, labels, ...parameters }));
    checkOutput(await connector.execute("start_container", { id: name }));
    return name;
  }

  const remove = async (id: string) =>
    checkOutput(await connector.execute("remove_container", { id, force: "true", volumes: "true" }));

  test("live from their creation to their removal (S-2.2-1)", async () => {
    const name = engine.uniqueName("life");
    const created = checkOutput(
      await connector.execute("create_container", {
        name,
        image: engine.image,
        cmd: "sh -c 'echo out é; echo err >&2; trap \"exit 3\" TERM; while :; do sleep 0.1; done'",
        labels,
        stop_timeout: "5",
        env: "A=1,B=2",
        additional_fields: '{"HostConfig": {"Memory": 33554432}}',
      }),
    );
    expect(created.message).toMatch(
      new RegExp(`^Successfully created container ${name} with the id [0-9a-f]{64}\\.$`),
    );
    expect(checkOutput(await connector.execute("start_container", { id: name })).summary).toEqual({
      changed: true,
    });
    const again = checkOutput(await connector.execute("docker-container-start", { id: name }));
    expect(again).toMatchObject({
      message: `Container ${name} was running already.`,
      data: [{ statusCode: 304 }],
      summary: { changed: false },
    });

    const listed = checkOutput(await connector.execute("list_containers", { filters: `name=${name}` }));
    expect(listed).toMatchObject({
      message: "Found 1 container.",
      data: [{ Names: [`/${name}`], State: "running", Labels: engine.labels }],
      summary: { total: 1, running: 1 },
    });
    const inspected = checkOutput(await connector.execute("inspect_container", { id: name, size: "true" }));
    expect(inspected).toMatchObject({
      message: `Container ${name} is running.`,
      data: [
        {
          Config: { Env: expect.arrayContaining(["A=1", "B=2"]), StopTimeout: 5 },
          HostConfig: { Memory: 33554432 },
          ExecIDs: [],
        },
      ],
    });
    const second = await connector.execute("inspect_container", { id: name, size: "true" });
    expect(second.data).toEqual(inspected.data);

    const top = checkOutput(await connector.execute("container_top", { id: name }));
    expect(top.data[0]).toMatchObject({ Titles: expect.arrayContaining(["PID"]) });

    checkOutput(await connector.execute("pause_container", { id: name }));
    expect((await connector.execute("inspect_container", { id: name })).message).toBe(
      `Container ${name} is paused.`,
    );
    checkOutput(await connector.execute("unpause_container", { id: name }));
    const renamed = `${name}-old`;
    checkOutput(await connector.execute("rename_container", { id: name, name: renamed }));
    checkOutput(await connector.execute("restart_container", { id: renamed, timeout: "5" }));
    const stopped = checkOutput(await connector.execute("stop_container", { id: renamed, timeout: "5" }));
    expect(stopped.summary).toEqual({ changed: true });
    expect(checkOutput(await connector.execute("stop_container", { id: renamed }))).toMatchObject({
      message: `Container ${renamed} had stopped already.`,
      summary: { changed: false },
    });
    const waited = checkOutput(
      await connector.execute("container_wait", { id: renamed, condition: "Not Running" as never }),
    );
    expect(waited).toMatchObject({
      message: `Container ${renamed} ended with exit code 3.`,
      data: [{ StatusCode: 3 }],
    });
    expect((await connector.execute("container_wait", { id: renamed })).data).toEqual(waited.data);
    expect(checkOutput(await remove(renamed)).data).toEqual([{ statusCode: 204 }]);
    expect((await connector.execute("inspect_container", { id: renamed })).error).toMatchObject({
      category: "not_found",
      httpStatus: 404,
    });
  });

  test("are made of a body with everything at its top (S-2.2-8, X-2.1-6)", async () => {
    const name = engine.uniqueName("body");
    const request_body = JSON.stringify({
      Image: engine.image,
      Cmd: ["sleep", "100"],
      Labels: engine.labels,
      ExposedPorts: { "80/tcp": {} },
      PortBindings: { "80/tcp": [{ HostPort: "" }] },
      RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 },
      EndpointsConfig: { bridge: {} },
    });
    checkOutput(await connector.execute("create container", { name, request_body }));
    const inspect = async () =>
      (await connector.execute("inspect_container", { id: name })).data[0]?.HostConfig;
    expect(await inspect()).toMatchObject({
      PortBindings: { "80/tcp": [{ HostPort: "" }] },
      RestartPolicy: { Name: "on-failure", MaximumRetryCount: 2 },
    });
    const updated = checkOutput(
      await connector.execute("docker-container-update", {
        id: name,
        restartpolicy_name: "always",
        resources_cpushares: "512",
        resources_memory: "",
      }),
    );
    expect(updated.message).toBe(`Successfully updated container ${name}.`);
    expect(await inspect()).toMatchObject({ RestartPolicy: { Name: "always" }, CpuShares: 512, Memory: 0 });
    await remove(name);
  });

  test("are made with each parameter that says more than a word", async ({ expect }) => {
    const volume = engine.uniqueName("vol");
    const name = await started("many", "sleep 100", {
      exposed_ports: '{"80/tcp": {}}',
      volumes: '{"/data": {}}',
      healthcheck_test: "true || exit 1",
      healthcheck_interval: "1000000000",
      healthcheck_retries: "2",
      stop_signal: "SIGINT",
      tty: "false",
      open_stdin: "true",
      working_dir: "/tmp",
      hostname: "h",
      hostconfig_binds: `${volume}:/vol:ro`,
      hostconfig_logconfig_type: "json-file",
      hostconfig_logconfig_config: '{"max-size": "1m"}',
      hostconfig_restartpolicy_name: "no",
      hostconfig_capadd: "NET_ADMIN",
      hostconfig_capdrop: "MKNOD,SYS_CHROOT",
      hostconfig_dns: "10.0.0.2",
      hostconfig_dnssearch: "example.org",
      hostconfig_extrahosts: "a:10.0.0.1,b:10.0.0.2",
      hostconfig_groupadd: "1000",
      hostconfig_ipcmode: "private",
      hostconfig_mounts: '[{"Type": "tmpfs", "Target": "/mnt"}]',
      hostconfig_oomscoreadj: "100",
      hostconfig_readonlyrootfs: "true",
      hostconfig_securityopt: "no-new-privileges",
      hostconfig_tmpfs: '{"/run": "rw,size=1m"}',
      hostconfig_shmsize: "1048576",
      hostconfig_sysctls: '{"net.ipv4.ip_unprivileged_port_start": "0"}',
      hostconfig_consolesize: "24,80",
      hostconfig_maskedpaths: "[]",
      hostconfig_readonlypaths: "[]",
      networkingconfig_endpointsconfig: '{"bridge": {}}',
    });
    const [container] = (await connector.execute("inspect_container", { id: name })).data;
    expect(container).toMatchObject({
      Config: {
        Hostname: "h",
        WorkingDir: "/tmp",
        OpenStdin: true,
        StopSignal: "SIGINT",
        Healthcheck: { Test: ["CMD-SHELL", "true || exit 1"], Interval: 1_000_000_000, Retries: 2 },
      },
      HostConfig: {
        LogConfig: { Type: "json-file", Config: { "max-size": "1m" } },
        CapDrop: expect.arrayContaining([
          expect.stringMatching(/MKNOD$/),
          expect.stringMatching(/SYS_CHROOT$/),
        ]),
        ExtraHosts: ["a:10.0.0.1", "b:10.0.0.2"],
        OomScoreAdj: 100,
        ReadonlyRootfs: true,
        ShmSize: 1_048_576,
        Tmpfs: { "/run": "rw,size=1m" },
        ConsoleSize: [24, 80],
        MaskedPaths: [],
        Sysctls: { "net.ipv4.ip_unprivileged_port_start": "0" },
      },
    });
    await expect
      .poll(async () => (await connector.execute("inspect_container", { id: name })).summary, {
        timeout: 10_000,
      })
      .toMatchObject({ health: "healthy" });
    await remove(name);
    checkOutput(await connector.execute("remove_volume", { name: volume }));
  });

  test("tell their output, both streams apart (F-2.3-6)", async ({ expect }) => {
    const name = await started("logs", "sh -c 'echo out é; echo err >&2; exec sleep 100'");
    const read = () => connector.execute("container_logs", { id: name, tail: "all" });
    await expect.poll(async () => (await read()).data[0]?.stderr).toBe("err\n");
    const logs = checkOutput(await read());
    expect(logs).toMatchObject({
      data: [{ stdout: "out é\n", stderr: "err\n" }],
      meta: { truncated: false },
    });
    expect((await read()).data).toEqual(logs.data);
    const one = await connector.execute("container_logs", { id: name, stdout: "false", timestamps: "1" });
    expect(one.data[0]).toMatchObject({ stdout: "", stderr: expect.stringMatching(/^\d{4}-.*Z err\n$/) });
    const followed = await connector.execute(
      "container_logs",
      { id: name, follow: "true" },
      { bounds: { time: 500 } },
    );
    expect(checkOutput(followed)).toMatchObject({ data: logs.data, meta: { truncated: true } });
    const attached = checkOutput(await connector.execute("container_attach", { id: name }));
    expect(attached.data).toEqual(logs.data);
    const live = await connector.execute(
      "attach_container",
      { id: name, stream: "1", logs: "1" },
      { bounds: { time: 500 } },
    );
    expect(checkOutput(live)).toMatchObject({ data: logs.data, meta: { truncated: true } });
    await remove(name);
  });

  test("tell output that is too long in a file", async () => {
    const name = await started("long", "sh -c 'seq 1 50000'");
    checkOutput(await connector.execute("container_wait", { id: name }));
    const logs = checkOutput(
      await connector.execute("container_logs", { id: name }, { bounds: { bytes: 1000 } }),
    );
    const [saved] = logs.files;
    const whole = await readFile(saved?.path ?? "", "utf8");
    expect(whole.split("\n")).toHaveLength(50_001);
    expect(logs).toMatchObject({ data: [{ stdout: whole.slice(0, 1000) }], meta: { truncated: false } });
    await rm(saved?.path ?? "");
    await remove(name);
  });

  test("have terminals whose size can be set", async ({ expect }) => {
    const name = await started("tty", "sh -c 'sleep 1; stty size; sleep 100'", { tty: "true" });
    await expect
      .poll(
        async () =>
          (await connector.execute("docker-container-resize", { id: name, h: "33", w: "99" })).status,
      )
      .toBe("success");
    const resized = await connector.execute("resize_container", { id: name, height: "33", width: "99" });
    expect(checkOutput(resized).data).toEqual([{ statusCode: 200 }]);
    await expect
      .poll(async () => (await connector.execute("container_logs", { id: name })).data, { timeout: 5000 })
      .toEqual([{ stdout: "33 99\r\n", stderr: "" }]);
    await remove(name);
  });

  test("are measured once, or for a while (F-2.3-1, F-2.3-3)", async () => {
    const name = await started("stats", "sh -c 'while :; do :; done'");
    const once = checkOutput(
      await connector.execute("docker-container-stats", { id: name, stream: "false" }),
    );
    expect(once.summary).toMatchObject({
      samples: 1,
      memoryUsage: expect.any(Number),
      cpuPercent: expect.any(Number),
    });
    const oneShot = checkOutput(await connector.execute("container_stats", { id: name, one_shot: "true" }));
    expect(oneShot.data).toHaveLength(1);
    const going = await connector.execute(
      "container_stats",
      { id: name, stream: "true" },
      { bounds: { items: 2 } },
    );
    expect(checkOutput(going)).toMatchObject({ summary: { samples: 2 }, meta: { truncated: true } });
    const killed = await connector.execute("kill_container", { id: name, signal: "SIGKILL" });
    expect(checkOutput(killed).data).toEqual([{ statusCode: 204 }]);
    expect(checkOutput(await connector.execute("container_wait", { id: name })).data[0]?.StatusCode).toBe(
      137,
    );
    expect((await connector.execute("kill_container", { id: name })).status).toBe("failed");
    checkOutput(await connector.execute("container_stats", { id: name }));
    await remove(name);
  });

  test("are exported, and take and give archives (S-2.2-2, F-2.3-11)", async ({ expect }) => {
    const sink = folderSink(folder);
    const name = await started("files", "sh -c 'echo content > /b.txt; mv /b.txt /a.txt; exec sleep 100'");
    await expect
      .poll(async () => (await connector.execute("container_changes", { id: name })).data)
      .toContainEqual({ Path: "/a.txt", Kind: 1, KindName: "added" });
    const changes = checkOutput(await connector.execute("container_changes", { id: name }));
    expect((await connector.execute("container_changes", { id: name })).data).toEqual(changes.data);

    const copied = checkOutput(
      await connector.execute(
        "copy_from_container",
        { id: name, path: "/a.txt", output_path: "." },
        { sink },
      ),
    );
    const [tar] = copied.files;
    expect(tar).toMatchObject({ name: `${name}-a.txt.tar`, path: join(folder, `${name}-a.txt.tar`) });
    const parameters = { id: name, path: "/tmp", input: "Attachment ID" as const, value: "a" };
    const files = { a: tar?.path ?? "" };
    expect(checkOutput(await connector.execute("copy_to_container", parameters, { files })).data).toEqual([
      { statusCode: 200 },
    ]);
    const value = (await readFile(tar?.path ?? "")).toString("base64");
    checkOutput(await connector.execute("copy_to_container", { id: name, path: "/", value }));
    const read = await connector.execute("exec_container", { id: name, cmd: "cat /tmp/a.txt /a.txt" });
    expect(read.data[0]?.stdout).toBe("content\ncontent\n");
    const missing = await connector.execute("copy_from_container", { id: name, path: "/none" });
    expect(missing).toMatchObject({ error: { category: "not_found" }, files: [] });

    const exported = checkOutput(
      await connector.execute("export container", { id: name, output_path: "all.tar" }, { sink }),
    );
    const whole = await readFile(join(folder, "all.tar"));
    expect(exported.files[0]?.size).toBe(whole.length);
    expect(whole.includes("a.txt")).toBe(true);
    await remove(name);
  });

  test("that have changed nothing have no changes (S-2.2-6)", async () => {
    const name = engine.uniqueName("same");
    checkOutput(
      await connector.execute("create_container", { name, image: engine.image, cmd: "true", labels }),
    );
    expect(checkOutput(await connector.execute("container_changes", { id: name })).data).toEqual([]);
    await remove(name);
  });

  test("become images (S-2.2-4)", async () => {
    const name = await started("commit", "sleep 100", { tty: "true" });
    const repo = engine.uniqueName("image");
    const plain = checkOutput(
      await connector.execute("take container snapshot", { container: name, changes: "", repo }),
    );
    const inspect = async (id: string) =>
      (await connector.execute("inspect_image", { name: id })).data[0] as { Config?: object } | undefined;
    expect(await inspect(`${repo}:latest`)).toMatchObject({
      // Newer engines tell of an image only what images are specified to have.
      Config: { Cmd: ["sleep", "100"], ...(!engine.since("1.50") && { Tty: true }) },
    });
    const changed = checkOutput(
      await connector.execute("container_commit", {
        id: name,
        repo,
        tag: "2",
        pause: "false",
        comment: "a test",
        author: "Ada",
        changes: 'CMD ["true"]\nENV A=b',
        labels: '{"own": "label"}',
      }),
    );
    expect(changed.message).toMatch(
      new RegExp(`^Successfully committed container ${name} as ${repo}:2, with the id sha256:`),
    );
    expect(await inspect(`${repo}:2`)).toMatchObject({ Config: { Cmd: ["true"], Labels: { own: "label" } } });
    for (const { Id } of [changed.data[0], plain.data[0]] as { Id: string }[])
      checkOutput(await connector.execute("remove_image", { name: Id, force: "true" }));
    await remove(name);
  });

  test("are pruned by their label", async () => {
    const name = engine.uniqueName("prune");
    const { data } = await connector.execute("create_container", {
      name,
      image: engine.image,
      cmd: "true",
      labels: { ...engine.labels, [name]: "" },
    });
    const pruned = await connector.execute("prune_containers", { filters: `label=${name}` });
    expect(checkOutput(pruned)).toMatchObject({
      data: [{ ContainersDeleted: [data[0]?.Id] }],
      summary: { removed: 1 },
    });
    const again = await connector.execute("delete stopped containers", { filters: `label=${name}` });
    expect(checkOutput(again)).toMatchObject({ data: [{ ContainersDeleted: [] }], summary: { removed: 0 } });
  });
});
