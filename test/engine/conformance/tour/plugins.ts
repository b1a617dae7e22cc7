import { tar } from "../../../../scripts/engine/tar.js";
import type { TestEngine } from "../../setup/each-engine.js";
import type { Round } from "../round.js";

/** A plugin that was made here and never runs. */
export async function makePlugin(round: Round, { uniqueName }: TestEngine): Promise<string> {
  const name = `${uniqueName("plugin")}:latest`;
  const config = {
    description: "made by a test",
    documentation: "none",
    interface: { types: ["docker.volumedriver/1.0"], socket: "test.sock" },
    entrypoint: ["/nothing"],
    network: { type: "none" },
    linux: { capabilities: ["CAP_SYS_ADMIN"] },
    env: [{ name: "DEBUG", description: "more words", settable: ["value"], value: "0" }],
    mounts: [{ name: "data", source: "/tmp", destination: "/data", type: "bind", options: ["rbind"] }],
  };
  const text = Buffer.from(JSON.stringify(config));
  const body = tar([
    { path: "config.json", mode: 0o644, content: text },
    { path: "rootfs/", mode: 0o755 },
    { path: "rootfs/nothing", mode: 0o755, content: Buffer.from("") },
  ]);
  await round.ask("PluginCreate", { query: { name }, body });
  return name;
}

export async function tourPlugins(round: Round, name: string): Promise<void> {
  await round.ask("PluginList");
  await round.ask("PluginInspect", { path: { name } });
  await round.ask("PluginSet", { path: { name }, body: ["DEBUG=1"] });
  await round.probe("PluginInspect", { path: { name: "sdk-no-such-plugin" } });
  await round.probe("PluginPush", { path: { name } });
  await round.probe("PluginDisable", { path: { name } });
  const remote = "127.0.0.1:9/none";
  await round.probe("GetPluginPrivileges", { query: { remote } });
  await round.probe("PluginPull", { query: { remote }, body: [] });
  await round.probe("PluginUpgrade", { path: { name }, query: { remote }, body: [] });
}
