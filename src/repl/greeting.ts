import type { CallOptions } from "../client/call-options.js";
import { cleanText } from "../console/clean-text.js";
import type { Docker } from "../docker.js";

/** Whom one is speaking with, or why with nobody. */
export async function greeting(docker: Docker): Promise<string> {
  const call: CallOptions = { timeout: 5000, retry: false };
  const help = 'Try docker.containers.list(), await print(docker.containers.logs("…")), .diagnose, .help';
  try {
    const { address, source } = await docker.endpoint();
    const { Version } = await docker.system.version(call);
    const api = await docker.apiVersion();
    return `${cleanText(`${address} (${source}): engine ${Version}, API ${api}`)}\n${help}`;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return `${cleanText(message)}\nThe prompt is here all the same; .diagnose tells more.`;
  }
}
