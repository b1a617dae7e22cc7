import type { HttpRequest } from "../transport/http.js";
import type { Outcome } from "./action.js";
import { hidden, withoutSecrets } from "./redact.js";

/** What a dry run comes to: the request that would have gone out, without what is secret in it. */
export function heldBack({ method, path, headers, body }: HttpRequest): Outcome {
  const shown = Object.entries(headers).map(([name, value]) => [
    name,
    // Any other may be of the user's own, from the CLI's config.json say, for a proxy that wants a token.
    /^(content-type|user-agent)$/i.test(name) ? value : hidden,
  ]);
  const item = {
    method,
    path: shownPath(path),
    headers: Object.fromEntries(shown),
    ...(body !== undefined && { body: shownBody(body) }),
  };
  return { data: [item], message: `Dry run: ${method} ${path.replace(/\?.*$/s, "")} would be sent.` };
}

/** The query holds build arguments, addresses … which can have secrets in them, as JSON or as they are. */
function shownPath(target: string): string {
  const [path = "", query] = target.split(/\?(.*)/s);
  if (query === undefined) return path;
  const shown = [...new URLSearchParams(query)].map(([name, value]) => {
    const json = asJson(value);
    const hiding =
      json === undefined ? withoutSecrets(value, name) : JSON.stringify(withoutSecrets(json, name));
    return `${encodeURIComponent(name)}=${encodeURIComponent(String(hiding))}`;
  });
  return `${path}?${shown.join("&")}`;
}

function asJson(text: string): unknown {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shownBody(body: NonNullable<HttpRequest["body"]>): unknown {
  if (typeof body !== "string") return "a stream of bytes";
  try {
    return withoutSecrets(JSON.parse(body), "");
  } catch {
    return "text";
  }
}
