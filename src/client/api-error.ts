import { type ApiError, apiErrorFor, ConnectionError, type DockerError } from "../errors.js";
import type { Endpoint } from "../transport/endpoint.js";
import type { HttpAnswer } from "../transport/http.js";

/** What is kept of a sentence: whole for every engine, and a start of what else may come. */
const longestMessage = 8192;

/** The error for an answer that is no success; its message is the engine's own sentence. */
export function toApiError(
  answer: HttpAnswer,
  method: string,
  path: string,
  endpoint: Endpoint,
): DockerError {
  const { status } = answer;
  const text = new TextDecoder().decode(answer.bytes).trim();
  if (status === 400 && text.includes("HTTP request to an HTTPS server")) return speaksTls(endpoint);
  const message = (
    sentenceOf(text, answer) ?? `The engine answered with status ${status} and nothing else.`
  ).slice(0, longestMessage);
  const ErrorClass: typeof ApiError = apiErrorFor(status);
  return new ErrorClass(message, { status, method, path: path.replace(/\?.*$/s, "") });
}

function sentenceOf(text: string, { status, headers }: HttpAnswer): string | undefined {
  if (status >= 300 && status < 400) {
    return `The engine, or a proxy before it, answered with a redirect (${status}), and redirects are never followed. Check the address and the name in the path.`;
  }
  const type = String(headers["content-type"] ?? "");
  if (/^text\/html/i.test(type) || /^<(!doctype|html)/i.test(text)) {
    return `A proxy answered in the engine's place with status ${status}: ${pageText(text)}`;
  }
  return messageField(text) ?? (text === "" ? undefined : text);
}

/** The title of a page, or its first words. */
function pageText(html: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? html.replace(/<[^>]*>/g, " ");
  const words = title.replace(/\s+/g, " ").trim().slice(0, 200);
  return words === "" ? "an empty page" : words;
}

function messageField(text: string): string | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const body: unknown = JSON.parse(text);
    const { message } = body as { message?: unknown }; // it starts with a brace: an object
    return typeof message === "string" && message !== "" ? message : undefined;
  } catch {
    // Not JSON after all: the caller shows the text as it is.
    return undefined;
  }
}

function speaksTls(endpoint: Endpoint): ConnectionError {
  return new ConnectionError(
    `The engine at ${endpoint.address} (${endpoint.source}) speaks TLS, and this client does not. Give \`tls\` with the engine's CA and a client certificate, or set DOCKER_TLS_VERIFY and DOCKER_CERT_PATH.`,
    { code: "TLS_HANDSHAKE", address: endpoint.address, unsent: true },
  );
}
