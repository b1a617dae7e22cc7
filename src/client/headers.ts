import { InvalidArgumentError } from "../errors.js";

/** Who the client is, for an engine behind a proxy that asks for it. */
export type Auth =
  | {
      /** A bearer token, or a function that gives one for each request. */
      readonly bearer: string | (() => string | Promise<string>);
    }
  | { readonly username: string; readonly password: string };

/** Headers with lower-case names, later ones before earlier ones. Neither name nor value may break out of its line. */
export function mergeHeaders(
  ...all: (Readonly<Record<string, string>> | undefined)[]
): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const headers of all) {
    for (const [name, value] of Object.entries(headers ?? {})) {
      // The value is not shown, nor what of it has got into the name: it may be a secret.
      const [token = ""] = /^[!#$%&'*+\-.^_`|~\w]*/.exec(name) ?? [];
      if (token === "" || token !== name) {
        throw new InvalidArgumentError(
          `A header's name that begins with "${token}" is empty or has characters that no name can have.`,
        );
      }
      if (typeof value !== "string" || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
        throw new InvalidArgumentError(
          `header ${name} has characters that no header can carry, such as a line break.`,
        );
      }
      merged[name.toLowerCase()] = value;
    }
  }
  return merged;
}

/** The `authorization` header, made anew for each request where a function gives the token. */
export async function authHeaders(auth: Auth | undefined): Promise<Record<string, string> | undefined> {
  if (auth === undefined) return undefined;
  if ("bearer" in auth) {
    const token = typeof auth.bearer === "function" ? await auth.bearer() : auth.bearer;
    if (typeof token !== "string" || token === "") {
      throw new InvalidArgumentError(
        "auth.bearer gives no token; give a text, or a function that gives one.",
      );
    }
    return { authorization: `Bearer ${token}` };
  }
  return { authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString("base64")}` };
}

/** @throws InvalidArgumentError when it is neither a bearer token nor a full pair of username and password, or both */
export function checkAuth(auth: Auth | undefined): void {
  if (auth === undefined) return;
  const { bearer, username, password } = (auth ?? {}) as {
    bearer?: unknown;
    username?: unknown;
    password?: unknown;
  };
  const isPair = typeof username === "string" && typeof password === "string" && !username.includes(":");
  if ((bearer !== undefined) === isPair || (bearer !== undefined && (username ?? password) !== undefined)) {
    throw new InvalidArgumentError(
      "auth takes either { bearer } or { username, password }, the username without a colon.",
    );
  }
}
