import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSpecs } from "../../../scripts/spec/load.js";
import type { Spec } from "../../../scripts/spec/model.js";
import { atLeast } from "../../../scripts/spec/versions.js";
import { describeEngines, type TestEngine } from "../setup/each-engine.js";
import { EngineWire } from "./engine-wire.js";
import { Findings } from "./findings.js";
import { kindOf, Round } from "./round.js";
import { tour } from "./tour/tour.js";

const allSpecs = loadSpecs();

describeEngines("every JSON answer is what the patched spec says", (engine) => {
  const specs = sharedSpecs(engine);
  const findings = new Findings();
  let seconds = 0;
  let keptFrom = /^$/;
  const isExpected = (id: string) => !(id in unreachable) && !keptFrom.test(id);

  beforeAll(async () => {
    const start = performance.now();
    const wire = await EngineWire.to(engine);
    try {
      const rounds = specs.map((spec) => new Round(spec, wire, findings));
      keptFrom = await tour(rounds, engine);
    } finally {
      wire.close();
      seconds = (performance.now() - start) / 1000;
    }
  }, 180_000);

  test("no answer differs", () => {
    expect(findings.mismatchLines()).toEqual([]);
  });

  test("every GET operation was answered in every version that has it", () => {
    const missing = specs.flatMap(({ info: { version }, paths }) =>
      Object.values(paths)
        .flatMap(({ get }) => (get === undefined ? [] : [get.operationId]))
        .filter((id) => isExpected(id) && !findings.wasAnswered(id, version))
        .map((id) => `${id} in ${version}`),
    );
    expect(missing).toEqual([]);
  });

  test("every operation that answers JSON was answered, but for those that need a registry", () => {
    const missing = jsonOperations(specs).filter((id) => isExpected(id) && !findings.wasJudged(id));
    expect(missing).toEqual([]);
    expect(findings.bodies).toBeGreaterThan(specs.length * 250);
  });

  test("a spec that says something else would be found out", async () => {
    const wire = await EngineWire.to(engine);
    try {
      const control = new Findings();
      const spec = wronged(specs.at(-1));
      await new Round(spec, wire, control).ask("SystemVersion");
      const inVersion = `(API ${spec.info.version})`;
      expect(control.mismatchLines()).toEqual([
        `SystemVersion: Components[].Nothing is missing ${inVersion}`,
        `SystemVersion: Os is string that is none of ["plan9"] ${inVersion}`,
        `SystemVersion: Version is string instead of integer ${inVersion}`,
      ]);
    } finally {
      wire.close();
    }
  });

  afterAll(() => {
    const names = jsonOperations(specs);
    const covered = names.filter((id) => findings.wasJudged(id));
    const uncovered = names.filter((id) => !findings.wasJudged(id));
    const versions = specs.map(({ info }) => info.version);
    console.warn(
      `${engine.name}: ${findings.calls} calls, ${findings.bodies} JSON bodies and messages, API ${versions[0]} to ${versions.at(-1)} ` +
        `(${versions.length} versions), ${covered.length} of ${names.length} JSON operations, ${seconds.toFixed(0)} s. Not covered: ` +
        uncovered
          .map(
            (id) =>
              `${id} (${unreachable[id] ?? (isExpected(id) ? "it was refused" : "the engine's swarm")})`,
          )
          .join(", "),
      ...findings.refusalLines().map((line) => `\n  refused: ${line}`),
    );
  });
});

/** What no engine answers well without help from outside. */
const unreachable: Readonly<Record<string, string>> = {
  ImageSearch: "asks Docker Hub",
  ImagePush: "needs a registry",
  DistributionInspect: "needs a registry",
  SystemAuth: "needs a registry",
  GetPluginPrivileges: "needs a registry",
  PluginPull: "needs a registry",
  PluginPush: "needs a registry",
  PluginUpgrade: "needs a registry",
  ContainerAttachWebsocket: "is a websocket",
};

function sharedSpecs({ apiVersion, minApiVersion }: TestEngine): Spec[] {
  return allSpecs.filter(
    ({ info: { version } }) => atLeast(apiVersion, version) && atLeast(version, minApiVersion),
  );
}

function wronged(spec: Spec | undefined): Spec {
  const wrong = structuredClone(spec);
  const fields = wrong?.definitions.SystemVersion?.properties;
  const component = fields?.Components?.items?.properties;
  if (wrong === undefined || fields === undefined || component === undefined)
    throw new Error("the spec has no SystemVersion as this test knows it");
  fields.Version = { type: "integer" };
  fields.Os = { type: "string", enum: ["plan9"] };
  component.Nothing = { always: true };
  return wrong;
}

function jsonOperations(specs: readonly Spec[]): string[] {
  const ids = new Set<string>();
  for (const { paths } of specs) {
    for (const item of Object.values(paths)) {
      for (const [method, operation] of Object.entries(item)) {
        const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
        const kind = kindOf(operation, method, success?.[1].schema);
        if (kind === "json" || kind === "json-stream" || kind === "progress") ids.add(operation.operationId);
      }
    }
  }
  return [...ids].sort();
}
