import { expect, test } from "vitest";
import {
  hideAssignments,
  hideUrlCredentials,
  isSecretName,
  isSecretVariable,
} from "../../src/client/secret-names.js";

const secret = [
  ...["password", "IdentityToken", "my.password", "awslogs-secret-key", "UnlockKey", "SigningCAKey", "Data"],
  ...["SSH_KEY", "ENCRYPTION_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "PGPASS", "MYSQL_PWD", "pw"],
  ...["STRIPE_KEY", "SECRET_KEY_BASE", "API_KEY_FILE", "VAULT_SECRET_ID", "DB_CREDS", "REDISCLI_AUTH"],
];
const other = [
  ...["key", "keys", "Name", "database", "author", "tokenizer", "parameters", "SecretID", "SecretName"],
  ...[
    "KEY",
    "SSH_PUBLIC_KEY",
    "KEYBOARD",
    "PATH",
    "detach_keys",
    "sacreds",
    "secret_id",
    "CertIssuerPublicKey",
  ],
];

test.each(secret)("%s names a secret, also where a text gives a value to it", (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each(other)("%s names none", (name) => {
  expect(isSecretName(name)).toBe(false);
});

test("what is called by a variable may go on behind the word", () => {
  for (const name of ["x-api-key", "token_file", "PASSWORD2", "x-secret-value", "passwordHash", "tokenValue"])
    expect(isSecretVariable(name), name).toBe(true);
  for (const name of ["x-team", "author", "tokenizer", "passive", "sort-key"])
    expect(isSecretVariable(name), name).toBe(false);
});

test.each([
  ["cd /; DB_PASSWORD=x ./y", "cd /; DB_PASSWORD=* ./y"],
  ["RUN |2 A=b NPM_TOKEN=x /bin/sh -c make", "RUN |2 A=b NPM_TOKEN=* /bin/sh -c make"],
  ["STRIPE_KEY='x y' PUBLIC_KEY=a SECRET_KEY_BASE=\"x", "STRIPE_KEY=* PUBLIC_KEY=a SECRET_KEY_BASE=*"],
  ["helm --set=db.password=x --key=2", "helm --set=db.password=* --key=2"],
  ["username=ada,password=x", "username=ada,password=*"],
  ["AWS_ACCESS_KEY_ID=x passive=yes author=ada", "AWS_ACCESS_KEY_ID=* passive=yes author=ada"],
])("hides what is given to secrets in %s", (text, shown) => {
  expect(hideAssignments(text, "*")).toBe(shown);
  expect(hideAssignments(shown, "*")).toBe(shown);
});

test("hides what stands before the host, to the last @, with a mark of any kind", () => {
  expect(hideUrlCredentials("postgres://u:p@x@db/a b@c", "$1")).toBe("postgres://$1@db/a b@c");
  expect(hideUrlCredentials("https://example/a@b", "*")).toBe("https://example/a@b");
  expect(hideUrlCredentials("at https://u:p", "*", { isCut: true })).toBe("at https://*@");
});

test("takes time by the length alone", () => {
  const started = performance.now();
  for (const part of ["secret_", "_KEY_", "private-key-id-", 'token="', "a://b@", "a.b-"]) {
    const text = `=://${part.repeat(300_000 / part.length)}`;
    hideAssignments(text, "*");
    hideUrlCredentials(text, "*");
  }
  expect(performance.now() - started).toBeLessThan(3000);
});
