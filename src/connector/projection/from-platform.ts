import { actionNames } from "../catalogue.js";
import { storedCredentials } from "../manifest/setting-form.js";
import { plain } from "../names.js";
import { settingFields } from "../settings.js";
import type { Platform } from "./platform.js";

/** What a platform's module sends. */
export interface PlatformRequest {
  readonly config: unknown;
  readonly action: string;
  readonly params: unknown;
}

/**
 * Takes off a request what is the platform's own: settings that are none of ours, such as the id of the configuration, the record
 * of where an action was started from, and the folds of stored credentials.
 */
export function fromPlatform<Request extends PlatformRequest>(platform: Platform, request: Request): Request {
  const { config, action, params } = request;
  return {
    ...request,
    config: isObject(config) ? settingsOf(platform, config) : config,
    action: actionNames.get(action) ? action : action.replace(/^docker-/, ""),
    params: platform === "splunk" && isObject(params) ? withoutContext(params) : params,
  };
}

function settingsOf(platform: Platform, config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const unfolded = platform === "xsoar" ? unfold(config) : config;
  return Object.fromEntries(Object.entries(unfolded).filter(([name]) => settings.has(plain(name))));
}

/** A stored credential has the user's name, the password and, a level deeper, the key. */
function unfold(config: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const unfolded: Record<string, unknown> = { ...config };
  for (const { name, user, secret } of storedCredentials) {
    const stored = config[name];
    if (!isObject(stored)) continue;
    const { identifier, password, credentials } = stored;
    const key = isObject(credentials) ? credentials.sshkey : undefined;
    delete unfolded[name];
    if (user !== undefined) unfolded[user] = identifier;
    unfolded[secret] = key || password;
  }
  return unfolded;
}

/** Where an action was started from stands among its parameters, as an object. */
function withoutContext(params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { context, ...others } = params;
  return isObject(context) ? others : params;
}

const settings: ReadonlySet<string> = new Set(
  Object.entries(settingFields).flatMap(([name, { names, aliases }]) =>
    [name, ...Object.values(names ?? {}), ...(aliases ?? [])].map(plain),
  ),
);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
