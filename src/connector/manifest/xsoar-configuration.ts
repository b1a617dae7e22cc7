import { type SettingInput, type StoredCredential, settingForm, storedCredentials } from "./setting-form.js";
import { described, formDefault, label } from "./words.js";

/** A setting of an integration. */
export interface XsoarSetting {
  readonly name: string;
  readonly display?: string;
  readonly displaypassword?: string;
  readonly hiddenusername?: true;
  readonly type: SettingType;
  readonly required: boolean;
  readonly additionalinfo: string;
  readonly defaultvalue?: string;
  readonly options?: readonly string[];
}

/** 0 text, 4 secret text, 8 checkbox, 9 stored credential, 12 text of several lines, 15 one of some, 16 several of some. */
export type SettingType = 0 | 4 | 8 | 9 | 12 | 15 | 16;

export function xsoarConfiguration(): XsoarSetting[] {
  const inputs = settingForm("xsoar");
  return inputs.flatMap((input) => {
    const stored = storedCredentials.find(({ user, secret }) => [user, secret].includes(input.own));
    if (stored === undefined) return [setting(input)];
    // Once, where the first of its settings stands.
    return (stored.user ?? stored.secret) === input.own ? [credential(stored, inputs)] : [];
  });
}

function setting({ own, name, field, required }: SettingInput): XsoarSetting {
  const { default: fallback, options } = field;
  return {
    name,
    display: label(own),
    type: typeOf(own, field),
    required,
    additionalinfo: described(field),
    ...(fallback !== undefined && { defaultvalue: String(formDefault(fallback)) }),
    ...(options && { options }),
  };
}

function credential({ name, user, secret }: StoredCredential, inputs: readonly SettingInput[]): XsoarSetting {
  const said = (setting: string | undefined) =>
    inputs.find((input) => input.own === setting)?.field.description;
  return {
    name,
    ...(user === undefined ? { hiddenusername: true } : { display: label(user) }),
    displaypassword: label(secret),
    type: 9,
    required: false,
    additionalinfo: [said(user), said(secret)].filter(Boolean).join(" "),
  };
}

function typeOf(own: string, { kind, secret }: SettingInput["field"]): SettingType {
  // Forms have a checkbox for the proxy of the system; a URL is for those who write the settings themselves.
  if (kind === "boolean" || own === "proxy") return 8;
  if (secret) return 4;
  if (["clientCert", "caCert"].includes(own)) return 12;
  if (kind === "choice") return 15;
  return kind === "choices" ? 16 : 0;
}
