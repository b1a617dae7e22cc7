/** Whether what is called so is a secret by that name: `IdentityToken`, `my.password`, `AWS_ACCESS_KEY_ID`. */
export function isSecretName(name: string): boolean {
  return lastWord.test(name) || anyPlace.test(name) || (/^[A-Z\d_]+$/.test(name) && isSecretVariable(name));
}

/** The same for variables, headers and options of programs, whose names go on behind the word: `API_KEY_FILE`. */
export function isSecretVariable(name: string): boolean {
  return isSecretAssigned.test(`${name}=`) || isKeyAssigned.test(`${name}=`) || anyPlace.test(name);
}

/** Whether what is called so holds variables, of which the values are secrets more often than not. */
export function isVariablesName(name: string): boolean {
  return /^(env|build_?args)$/i.test(name);
}

/** Puts the mark for the value wherever a text gives one to the name of a secret: `run --password=…`, `A=1 TOKEN='…' ./x`. */
export function hideAssignments(text: string, mark: string): string {
  if (!text.includes("=")) return text;
  const put = (_: string, name: string) => `${name}${mark}`;
  return text.replace(assignments, put).replace(keyAssignments, put);
}

/**
 * Puts the mark for what stands before the host in URLs: of Git contexts, proxies, databases … that is a password or a token.
 * Of a text that `isCut` at its end the @ may be missing.
 */
export function hideUrlCredentials(text: string, mark: string, { isCut = false } = {}): string {
  if (!text.includes("://")) return text;
  return text.replace(isCut ? credentialsOrCut : credentials, (_, scheme: string) => `${scheme}${mark}@`);
}

/** Keys that are no secret are many: of a map, of a table, public ones. */
const key =
  "(?:private|api|access|secret|ssh|client|server|tls|ssl|ca|encryption|decryption|signing|signature|unlock|master|deploy|app|account|jwt|hmac|session|shared|storage|license|gpg|pgp|rsa)[-_. ]?keys?(?:[-_. ]?id)?";
const word = `pass(?:word|phrase|wd|code|key|file)?s?|pwd|pw(?<![a-z\\d]pw)|secrets?|tokens?|credentials?|creds?(?<![a-z\\d]creds?)|auth|authorization|${key}`;
const lastWord = new RegExp(`(?:${word})\\d{0,3}$|^(?:plain_)?data$`, "i");
const anyPlace = /unlockkey|jointoken|private[-_ ]?key|authorization|x-registry/i;

/** All lengths have a bound: what runs over long texts must take time by their length alone. */
const assigned = `(?:(?:${word})\\d{0,3}(?:[-_.][\\w.-]{0,60})?|(?:password|passwd|passphrase|secret|credential|token(?!iz))[\\w.-]{0,60})=`;
/** In capitals any key but a public one is: `STRIPE_KEY`, `SECRET_KEY_BASE`. */
const keyAssigned = "_KEY(?<=[A-Z\\d]_KEY)(?<!PUBLIC_KEY)S?(?:_[A-Z\\d_]{0,60})?=";
const given = `(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\\s&]+)`;
const isSecretAssigned = new RegExp(`${assigned}$`, "i");
const isKeyAssigned = new RegExp(`${keyAssigned}$`);
const assignments = new RegExp(`(${assigned})${given}`, "gi");
const keyAssignments = new RegExp(`(${keyAssigned})${given}`, "g");

/** A password may have an @ in it. */
const credentials = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/]+@/gi;
const credentialsOrCut = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/]+(?:@|$)/gi;
