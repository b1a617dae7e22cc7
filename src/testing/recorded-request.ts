import { createHash } from "node:crypto";
import type { HostExchange } from "./host-exchange.js";
import { operationOf } from "./operation-of.js";
import { type Hide, parsed } from "./recorded-bytes.js";
import type { RecordedExchange } from "./recording.js";

/**
 * A request as a recording keeps it: no headers, which hold credentials and tell nothing; JSON as such, of an upload the size and a hash.
 * The body is there when it has come.
 */
export function recordedRequest(exchange: HostExchange, hide: Hide): RecordedExchange {
  const { method, path, version, query, headers } = exchange;
  const recorded: RecordedExchange = {
    method,
    path: hide.text(path),
    operation: operationOf(method, path),
    version,
    query: query.size > 0 ? shownQuery(query, hide) : undefined,
    body: undefined,
  };
  const isJson = /^application\/json\b/i.test(headers["content-type"] ?? "");
  const hash = createHash("sha256");
  const pieces: Buffer[] = [];
  let size = 0;
  exchange.watchInput({
    piece(bytes) {
      size += bytes.length;
      if (isJson) pieces.push(bytes);
      else hash.update(bytes);
    },
    end() {
      if (isJson && size > 0) recorded.body = shownJson(Buffer.concat(pieces).toString(), hide);
      else if (size > 0) recorded.body = { bytes: size, sha256: hash.digest("hex") };
    },
  });
  return recorded;
}

function shownJson(text: string, hide: Hide): unknown {
  const value = parsed(text);
  return value === undefined ? hide.text(text) : hide.value(value.json);
}

/** Values that are JSON (filters, build arguments) hide what a body would. */
function shownQuery(query: URLSearchParams, hide: Hide): Record<string, string> {
  const values = [...query].map(([name, value]): [string, unknown] => {
    const json = /^[[{]/.test(value) ? parsed(value)?.json : undefined;
    return [name, json ?? value];
  });
  const shown = hide.value(Object.fromEntries(values)) as Record<string, unknown>; // it keeps the shape
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
}
