import { randomInt } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";

/** The address, with its prefix, for a bridge on a /24 that no route of this machine covers. */
export async function freeSubnet(routes?: string): Promise<string> {
  const taken = parseRoutes(routes ?? (await readFile("/proc/net/route", "utf8")));
  for (let attempt = 0; attempt < 100; attempt++) {
    const subnet = ((10 << 24) | (randomInt(200, 256) << 16) | (randomInt(256) << 8)) >>> 0;
    if (taken.every(({ network, mask }) => !overlaps(subnet, network, mask)))
      return `${dotted(subnet + 1)}/24`;
  }
  throw new Error("No free network was found between 10.200.0.0 and 10.255.255.0 for the engine's bridge.");
}

/** A port of the loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The loopback gave no port.");
  return address.port;
}

/** /proc/net/route has one route a line: interface, network, gateway, flags, …, mask as the 8th; hexadecimal, little-endian. */
function parseRoutes(text: string): { network: number; mask: number }[] {
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .map((fields) => ({ network: littleEndian(fields[1]), mask: littleEndian(fields[7]) }))
    .filter(({ mask }) => mask !== 0);
}

function littleEndian(hex = "00000000"): number {
  return Buffer.from(hex, "hex").readUInt32LE();
}

function overlaps(subnet: number, network: number, mask: number): boolean {
  const wider = (mask & 0xffffff00) >>> 0;
  return (subnet & wider) >>> 0 === (network & wider) >>> 0;
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
}
