import { afterAll, beforeAll, expect, test } from "vitest";
import { checkOutput } from "../connector/check-output.js";
import { connectorFor } from "./connector-for.js";
import { describeEngines } from "./setup/each-engine.js";

describeEngines.concurrent("the connector's commands in containers", (engine) => {
  const connector = connectorFor(engine);
  const id = engine.uniqueName("exec");
  beforeAll(async () => {
    const parameters = {
      name: id,
      image: engine.image,
      cmd: "sleep 1000",
      labels: JSON.stringify(engine.labels),
    };
    await connector.execute("create_container", parameters);
    await connector.execute("start_container", { id });
  });
  afterAll(async () => {
    await connector.execute("remove_container", { id, force: "true" });
    await connector.close();
  });

  test("give both streams and the exit code (F-2.3-4, F-2.3-5, F-2.3-6)", async () => {
    const parameters = { id, Cmd: "sh -c 'echo é $A; echo err >&2; pwd; exit 3'", WorkingDir: "/tmp" };
    const additional_fields = '{"Env": ["A=b c"]}';
    const ran = checkOutput(
      await connector.execute("exec_container" as string, { ...parameters, additional_fields }),
    );
    expect(ran).toMatchObject({
      message: `The command in container ${id} ended with exit code 3.`,
      data: [{ stdout: "é b c\n/tmp\n", stderr: "err\n", exitCode: 3, running: false }],
    });
  });

  test("have a terminal from the creation to the start", async () => {
    const parameters = { id, cmd: "sh -c 'tty; echo err >&2'", tty: "true" };
    const ran = checkOutput(await connector.execute("exec_container", parameters));
    expect(ran.data[0]).toMatchObject({
      stdout: expect.stringMatching(/\/dev\/pts\/\d+\r\nerr\r\n/),
      exitCode: 0,
    });
  });

  test("find their input at its end", async () => {
    const parameters = { id, cmd: "sh -c 'cat; echo over'", attach_stdin: "true" };
    expect(checkOutput(await connector.execute("exec_container", parameters)).data[0]).toMatchObject({
      stdout: "over\n",
      exitCode: 0,
    });
  });

  test("that cannot be run say so", async () => {
    const ran = checkOutput(await connector.execute("exec_container", { id, cmd: "/none" }));
    expect([126, 127]).toContain(ran.data[0]?.exitCode);
  });

  test("are left to themselves", async ({ expect }) => {
    const started = checkOutput(
      await connector.execute("exec_container", { id, cmd: "sleep 1", detach: "yes" }),
    );
    const exec = started.data[0]?.Id ?? "";
    expect(checkOutput(await connector.execute("exec_inspect", { id: exec })).data[0]).toMatchObject({
      Running: true,
    });
    await expect
      .poll(async () => (await connector.execute("exec_inspect", { id: exec })).data[0]?.ExitCode, {
        timeout: 10_000,
      })
      .toBe(0);
  });

  test("that go on are not waited for without an end (F-2.3-3)", async () => {
    const ran = await connector.execute(
      "exec_container",
      { id, cmd: "sh -c 'echo tick; sleep 8'" },
      { bounds: { time: 3_000 } },
    );
    expect(checkOutput(ran)).toMatchObject({
      data: [{ stdout: "tick\n", running: true }],
      meta: { truncated: true },
    });
  });

  test("take their steps one by one", async ({ expect }) => {
    const created = checkOutput(
      await connector.execute("docker-container-exec", {
        id,
        execconfig_cmd: "sh -c 'sleep 1; stty size; exit 4'",
        execconfig_attachstdout: "true",
        execconfig_attachstderr: "true",
        execconfig_tty: "true",
      }),
    );
    const exec = String((created.data[0] as { Id: string }).Id);
    const prepared = checkOutput(await connector.execute("exec_inspect", { id: exec }));
    expect(prepared).toMatchObject({ message: `Exec ${exec} does not run yet.` });
    expect((await connector.execute("exec_inspect", { id: exec })).data).toEqual(prepared.data);
    const running = connector.execute("exec_start", { id: exec, tty: "false" });
    await expect
      .poll(
        async () => (await connector.execute("exec_resize", { id: exec, height: "33", width: "99" })).status,
      )
      .toBe("success");
    expect(
      checkOutput(await connector.execute("docker-exec-resize", { id: exec, h: "33", w: "99" })).data[0],
    ).toEqual({
      statusCode: 200,
    });
    expect(checkOutput(await running)).toMatchObject({
      data: [{ stdout: "33 99\r\n", exitCode: 4, running: false }],
      meta: { warnings: expect.arrayContaining([expect.stringContaining("with a terminal")]) },
    });
    const ended = checkOutput(await connector.execute("docker-exec-inspect", { id: exec }));
    expect(ended).toMatchObject({ message: `Exec ${exec} ended with exit code 4.`, data: [{ ExitCode: 4 }] });
    expect((await connector.execute("exec_start", { id: exec })).data[0]).not.toMatchObject({ exitCode: 0 });
  });

  test("prepared without any stream come to their end all the same", async () => {
    const { data } = await connector.execute("exec_create", { id, cmd: "sh -c 'echo out; exit 5'" });
    const started = await connector.execute("exec_start", { id: data[0]?.Id ?? "" });
    expect(checkOutput(started).data[0]).toMatchObject({ stdout: "", exitCode: 5, running: false });
  });
});
