import * as v from "valibot";
import { actionNames } from "../../src/connector/catalogue.js";
import type { Envelope } from "../../src/connector/envelope.js";

/**
 * Holds the items of an envelope against the output fields of its action, and gives the envelope. An engine may say more
 * than the fields name.
 */
export function checkOutput<E extends Envelope>(envelope: E): E {
  const { action: name, status, message, data } = envelope;
  const fields = Object.entries(actionNames.get(name)?.output ?? {});
  if (status !== "success") throw new Error(`${name} failed: ${message}`);
  if (fields.length === 0) throw new Error(`${name} names no output.`);
  const faults = data.flatMap((item, index) =>
    fields.flatMap(([member, { required, schema, wanted }]) => {
      const value = item[member];
      if (value === undefined ? !required : v.is(schema, value)) return [];
      const found = value === undefined ? "is missing" : `is ${shown(value)}`;
      return [`data[${index}].${member} ${found}, and should be ${wanted}`];
    }),
  );
  if (faults.length > 0)
    throw new Error(`The output of ${name} is not as its fields say:\n${faults.join("\n")}`);
  return envelope;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
