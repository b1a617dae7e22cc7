import { InvalidArgumentError } from "../../../errors.js";

/**
 * The values of a secret or config with its data in base64, as the engine wants it. Which of both a text is cannot be seen:
 * `password` is base64 too.
 */
export function encoded<Values extends { readonly data?: string; readonly plain_data?: string }>(
  values: Values,
): Values {
  const { data, plain_data: plain } = values;
  if (plain !== undefined) {
    if (data !== undefined) throw new InvalidArgumentError("Give either data or plain_data, and not both.");
    return { ...values, data: Buffer.from(plain).toString("base64") };
  }
  if (data === undefined) return values;
  const text = data.replace(/\s+/g, "");
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) {
    throw new InvalidArgumentError("data is not base64: encode it, or give it as plain_data.");
  }
  return { ...values, data: text };
}
