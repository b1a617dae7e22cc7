import type { Container } from "./container.js";
import { randomId } from "./random-id.js";
import { Refusal } from "./refusal.js";
import type { World } from "./world.js";

/** Gives a container its ports on the machine. Nothing listens there: the numbers are all there is. */
export function openPorts(world: World, container: Container): void {
  const { config, hostConfig } = container;
  const exposed = Object.keys(config.ExposedPorts ?? {});
  const wished = hostConfig.PortBindings ?? {};
  const taken = new Set(
    world.containers
      .all()
      .flatMap((other) =>
        Object.values(other.ports).flatMap((ports) => (ports ?? []).map(({ HostPort }) => HostPort)),
      ),
  );
  const ports: Container["ports"] = {};
  for (const port of new Set([...exposed, ...Object.keys(wished)])) {
    const name = port.includes("/") ? port : `${port}/tcp`;
    const bindings = wished[port] ?? (hostConfig.PublishAllPorts === true ? [{}] : null);
    ports[name] = (bindings ?? []).map(({ HostIp = "", HostPort = "" }) => {
      const number = HostPort === "" || HostPort === "0" ? freePort(taken) : HostPort;
      if (taken.has(number)) throw portTaken(world, container, HostIp, number);
      taken.add(number);
      return { HostIp: HostIp || "0.0.0.0", HostPort: number };
    });
    if (ports[name]?.length === 0) ports[name] = null;
  }
  container.ports = ports;
}

function freePort(taken: ReadonlySet<string>): string {
  let port = 32_768;
  while (taken.has(String(port))) port++;
  return String(port);
}

function portTaken({ version }: World, { name }: Container, ip: string, port: string): Refusal {
  const before = version.era === 28 ? "failed to set up container networking: " : "";
  return new Refusal(
    500,
    `${before}driver failed programming external connectivity on endpoint ${name} (${randomId()}): Bind for ${ip || "0.0.0.0"}:${port} failed: port is already allocated`,
  );
}
