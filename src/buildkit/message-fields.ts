import { asText, eachField } from "../streams/protobuf.js";

/** A protobuf message of texts and bytes, by the numbers of its fields. */
export function messageOf(fields: Readonly<Record<number, string | Uint8Array>>): Buffer {
  const parts = Object.entries(fields).flatMap(([number, value]) => {
    const bytes = Buffer.from(value);
    return [varint(Number(number) * 8 + LENGTH_DELIMITED), varint(bytes.length), bytes];
  });
  return Buffer.concat(parts);
}

/** The text of a message's field; empty where it is not there, as protobuf has it. */
export function textIn(message: Buffer, number: number): string {
  let text = "";
  eachField(message, (field, value) => {
    if (field === number) text = asText(value);
  });
  return text;
}

const LENGTH_DELIMITED = 2;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return Buffer.from([...bytes, rest]);
}
