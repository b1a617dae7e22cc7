import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import type { REPLServer } from "node:repl";
import { hideAssignments, hideUrlCredentials, isSecretName } from "../client/secret-names.js";

/**
 * Keeps what is typed for the next time. Lines that name a password, token or other secret are not kept, neither in the file
 * nor for the arrow keys. To be called before anything can be typed.
 */
export function keepHistory(server: REPLServer, file: string | undefined): void {
  server.on("history", (lines: string[]) => {
    const kept = lines.filter((line) => !namesSecret(line));
    if (kept.length < lines.length) lines.splice(0, lines.length, ...kept);
  });
  // Node makes the file for its owner alone, and says itself what is wrong with it.
  if (file !== undefined) server.setupHistory(file, () => {});
}

/** The file for the history, its folder made; undefined for none. */
export async function openHistory(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  const file = historyFile(environment);
  // Where that fails Node tells that the file cannot be opened.
  if (file !== undefined) await mkdir(dirname(file), { recursive: true, mode: 0o700 }).catch(() => undefined);
  return file;
}

/** Undefined where `NODE_REPL_HISTORY` is empty, which turns it off. */
export function historyFile({
  NODE_REPL_HISTORY,
  XDG_STATE_HOME,
  HOME,
}: NodeJS.ProcessEnv): string | undefined {
  if (NODE_REPL_HISTORY !== undefined) return NODE_REPL_HISTORY.trim() || undefined;
  // The rule of XDG: a path that is not absolute does not count.
  const state =
    XDG_STATE_HOME && isAbsolute(XDG_STATE_HOME)
      ? XDG_STATE_HOME
      : join(HOME || homedir(), ".local", "state");
  return join(state, "docker-engine-sdk", "repl-history");
}

/** Rather a line too much: `docker.system.auth({ username: "ada", password: "…" })`, `token = "…"`, `https://ada:…@host`. */
export function namesSecret(line: string): boolean {
  return (
    hideAssignments(hideUrlCredentials(line, ""), "") !== line ||
    (line.match(names) ?? []).some(isSecretName) ||
    tokens.test(line) ||
    /PRIVATE KEY|(pass(word|phrase|wd)|pwd|secret|token|credential|api[-_]?key)\w{0,60}["'`\]]{0,9}\s{0,9}[:=]/i.test(
      line,
    ) ||
    /\b(registryAuth|identitytoken|bearer|authorization)\b/i.test(line) ||
    /\bEnv\b|\benv\b\s*:/.test(line)
  );
}

/** What is given a value, or called. */
const names = /(?<![\w$-])[\w$-]+(?=["'`\]]*\s*[:=(])/g;
/** Tokens that are known by how they begin: of a swarm, Docker Hub, GitHub, GitLab, npm, Slack, AWS; and signed ones. */
const tokens =
  /(SWMTKN|SWMKEY)-1|dckr_[a-z]{2,5}_|\bgh[oprsu]_|github_pat_|\bgl[a-z]{1,8}-\w|\bnpm_\w{20}|\bxox[a-z]-|\bA[KS]IA[A-Z\d]{12}|\beyJ[\w-]{9,}\./;
