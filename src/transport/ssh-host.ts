import { bracketed, parseAuthority, type Refuse } from "./authority.js";
import { hasControlCharacter } from "./control-character.js";

export interface SshHost {
  readonly kind: "ssh";
  readonly address: string;
  readonly user: string | undefined;
  readonly hostname: string;
  readonly port: number | undefined;
  readonly remoteSocket: string | undefined;
}

/** `[user@]host[:port][/path/of/the/socket/over/there]`, as the docker CLI reads it. */
export function parseSshHost(text: string, refuse: Refuse): SshHost {
  const { userinfo, hostname, port, path } = parseAuthority(text, refuse);
  if (hostname === "") throw refuse("the host name is missing");
  if (userinfo?.includes(":")) {
    throw refuse("a password in an ssh address is not supported; use a key or an agent");
  }
  const user = userinfo === undefined ? undefined : parseUser(userinfo, refuse);
  // The CLI too takes a path of nothing but slashes for none.
  const remoteSocket = /^\/*$/.test(path) ? undefined : decode(path, refuse);
  const address = [
    "ssh://",
    user === undefined ? "" : `${encodeURIComponent(user)}@`,
    bracketed(hostname),
    port === undefined ? "" : `:${port}`,
    remoteSocket === undefined ? "" : path,
  ].join("");
  return { kind: "ssh", address, user, hostname, port, remoteSocket };
}

/** A user reaches ssh's command line and the templates of its settings (`%r`), which a shell may run. */
function parseUser(userinfo: string, refuse: Refuse): string {
  const user = decode(userinfo, refuse);
  if (user === "") throw refuse("the user before the @ is missing");
  if (user.startsWith("-") || /[\s'"`$;&<>|(){}:]/.test(user) || user.endsWith("\\")) {
    throw refuse("the user has characters that ssh does not take");
  }
  return user;
}

function decode(text: string, refuse: Refuse): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    throw refuse('a "%" in the address is not followed by two hexadecimal digits of UTF-8 text');
  }
  if (hasControlCharacter(decoded)) throw refuse("the address has a control character");
  return decoded;
}
