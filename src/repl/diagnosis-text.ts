import type { Diagnosis } from "../actions/diagnose.js";
import type { HelperDiagnosis } from "../actions/diagnose-credentials.js";
import type { CertificateDescription, TlsDiagnosis } from "../actions/diagnose-tls.js";
import { cleanText } from "../console/clean-text.js";

/** A diagnosis as somebody reads it in a terminal. */
export function diagnosisText({
  endpoint,
  proxy,
  reachable,
  tls,
  versions,
  credentials,
  problems,
}: Diagnosis): string {
  const facts: [string, string][] = [];
  if (endpoint) {
    facts.push(["Engine", `${endpoint.address}, ${reachable ? "reachable" : "not reachable"}`]);
    facts.push(["Chosen by", endpoint.source]);
    facts.push(...endpoint.looked.map((place): [string, string] => ["Looked at", place]));
    if (endpoint.headers.length > 0) facts.push(["Headers", endpoint.headers.join(", ")]);
    if (proxy) facts.push(["Proxy", `${proxy.address} (${proxy.source})`]);
    if (endpoint.kind === "tcp") facts.push(...tlsFacts(tls));
  }
  if (versions) {
    const { engine = "of unknown version", platform, engineApi, clientApi, inUse } = versions;
    facts.push(["Version", `${engine} ${platform}`]);
    facts.push(["API", `${inUse} in use`]);
    facts.push(["", `the engine takes ${engineApi.oldest} to ${engineApi.newest}`]);
    facts.push(["", `this package speaks ${clientApi.oldest} to ${clientApi.newest}`]);
  }
  if (credentials.registries.length > 0) facts.push(["Registries", credentials.registries.join(", ")]);
  facts.push(...credentials.helpers.map((helper): [string, string] => ["Helper", helperText(helper)]));
  const lines = facts.map(([name, text]) => `${name.padEnd(11)} ${cleanText(text)}`);
  const wrong = problems.flatMap(({ what, remedy }) => [
    "",
    `Problem: ${cleanText(what)}`,
    `Remedy:  ${cleanText(remedy)}`,
  ]);
  return [...lines, ...(problems.length > 0 ? wrong : ["", "No problems found."])].join("\n").trimStart();
}

function tlsFacts(tls: TlsDiagnosis | undefined): [string, string][] {
  if (tls === undefined) return [["TLS", "none"]];
  const { verified, authorities, pinned, clientCertificate, engine, client } = tls;
  const how = verified
    ? `verified, by ${authorities === "own" ? "its own authority" : "the public authorities"}`
    : "not verified";
  const facts: [string, string][] = [["TLS", `${how}${pinned ? ", pinned" : ""}`]];
  if (engine) facts.push(["", `engine: ${certificateText(engine)}`]);
  if (client) facts.push(["", `client: ${certificateText(client)}`]);
  else facts.push(["", clientCertificate ? "with a client certificate" : "without a client certificate"]);
  return facts;
}

function certificateText({ subject, names, issuer, validTo }: CertificateDescription): string {
  const purpose = names.length > 0 ? ` for ${names.join(", ")}` : "";
  return `${subject}${purpose}, by ${issuer}, until ${validTo.slice(0, 10)}`;
}

function helperText({ program, registries, path }: HelperDiagnosis): string {
  const use = registries.length > 0 ? registries.join(", ") : "all registries";
  return `${program} for ${use}: ${path ?? "not found"}`;
}
