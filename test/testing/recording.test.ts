import { writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { InvalidArgumentError } from "../../src/errors.js";
import { readRecording, recordingFormat } from "../../src/testing/recording.js";
import { recordingFile } from "./recording-file.js";

const good = {
  method: "GET",
  path: "/_ping",
  query: { a: "b" },
  answer: {
    status: 200,
    headers: { A: "b" },
    pieces: [{ after: 1, input: 0, inputEnded: true, bytes: { frames: [{ stdout: "a" }] } }, { after: 1 }],
    end: "left",
  },
};
const answered = (more: object) => ({ ...good, answer: { status: 200, headers: {}, ...more } });

async function reading(exchanges: unknown[]) {
  await using place = await recordingFile();
  await writeFile(place.file, JSON.stringify({ format: recordingFormat, exchanges }));
  const answer = await readRecording(place.file).catch((error: unknown) => error);
  return { answer, file: place.file };
}

test("what a recorder can write is read", async () => {
  const exchanges = [good, { method: "GET", path: "/" }, answered({ body: { json: null }, tooLong: true })];
  expect((await reading(exchanges)).answer).toMatchObject({ exchanges });
});

test.each([
  [null, "is no object"],
  ["geheim", "is no object"],
  [{}, 'has no text as "method"'],
  [{ method: "GET", path: 5 }, 'has no text as "path"'],
  [{ ...good, query: { a: 1 } }, 'has a "query"'],
  [{ ...good, answer: null }, 'has an "answer" that is no object'],
  [answered({ status: "200" }), 'has an "answer.status"'],
  [answered({ status: 9999 }), 'has an "answer.status"'],
  [answered({ headers: { a: null } }), 'has "answer.headers"'],
  [answered({ body: { text: 5 } }), 'has an "answer.body" that is not one of'],
  [answered({ body: { base64: 5 } }), 'has an "answer.body"'],
  [answered({ body: { geheim: "" } }), 'has an "answer.body"'],
  [answered({ end: "geheim" }), 'has an "answer.end"'],
  [answered({ pieces: {} }), 'has "answer.pieces" that are no list'],
  [answered({ pieces: [{ after: 1 }, null] }), 'has "answer.pieces[1]"'],
  [answered({ pieces: [{ bytes: { text: "a" } }] }), 'has "answer.pieces[0]"'],
  [answered({ pieces: [{ after: 1, input: "0" }] }), 'has "answer.pieces[0]"'],
  [answered({ pieces: [{ after: 1, inputEnded: 1 }] }), 'has "answer.pieces[0]"'],
  [answered({ pieces: [{ after: 1, bytes: { frames: [null] } }] }), 'has "answer.pieces[0]"'],
  [answered({ pieces: [{ after: 1, bytes: { frames: [{ geheim: "a" }] } }] }), 'has "answer.pieces[0]"'],
])("a broken exchange is named by file and place, and not told: %j", async (exchange, reason) => {
  const { answer, file } = await reading([good, exchange]);
  expect(answer).toBeInstanceOf(InvalidArgumentError);
  expect(String(answer)).toContain(`The recording ${file} is broken: exchanges[1] ${reason}`);
  expect(String(answer)).not.toContain("geheim");
});

test("another file is no recording", async () => {
  await using place = await recordingFile();
  for (const text of ["", "null", "[]", '{"format":"x","exchanges":[]}']) {
    await writeFile(place.file, text);
    await expect(readRecording(place.file)).rejects.toThrow("is no recording that this version reads");
  }
});
