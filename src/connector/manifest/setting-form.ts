import type { Platform } from "../projection/platform.js";
import { settingFields } from "../settings.js";
import type { FormInput } from "./form-input.js";
import { snake } from "./words.js";

/** The settings in a platform's form, by the platform's own names. */
export function settingForm(platform: Platform): readonly SettingInput[] {
  return Object.entries(settingFields)
    .filter(([own]) => !unasked[platform].has(own))
    .map(([own, field]) => {
      const { names = {} }: { names?: { readonly [name in Platform]?: string } } = field;
      return { own, name: names[platform] ?? snake(own), field, required: required[platform] === own };
    });
}

export interface SettingInput extends FormInput {
  readonly required: boolean;
}

/** What the form calls the engine's address. */
const required: Readonly<Record<Platform, string>> = { splunk: "url", fortisoar: "host", xsoar: "url" };

/** Other ways to say what the form asks for already, and what is not to be reached from a platform's machine. */
const unasked: Readonly<Record<Platform, ReadonlySet<string>>> = {
  splunk: new Set(["host", "socketPath", "insecure"]),
  fortisoar: new Set(["url", "socketPath", "insecure"]),
  xsoar: new Set(["host", "port", "protocol", "socketPath", "verifyTls"]),
};

/** Settings that XSOAR keeps together as a stored credential. */
export const storedCredentials: readonly StoredCredential[] = [
  { name: "credentials", user: "username", secret: "password" },
  { name: "client_key", secret: "clientKey" },
  { name: "Registry Username", user: "registryUsername", secret: "registryPassword" },
];

export interface StoredCredential {
  readonly name: string;
  readonly user?: string;
  readonly secret: string;
}
