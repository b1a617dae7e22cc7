import { isRecordedBytes } from "./recorded-bytes.js";

/** What is wrong with an exchange of a recording that somebody has changed by hand; undefined where it can be answered from. */
export function faultOf(exchange: unknown): string | undefined {
  if (!isObject(exchange)) return "is no object";
  if (typeof exchange.method !== "string") return 'has no text as "method"';
  if (typeof exchange.path !== "string") return 'has no text as "path"';
  if (exchange.query !== undefined && !isTexts(exchange.query))
    return 'has a "query" that is not made of texts';
  return exchange.answer === undefined ? undefined : answerFault(exchange.answer);
}

/** The names stand as they do in the file; no value is told, which may be a secret. */
function answerFault(answer: unknown): string | undefined {
  if (!isObject(answer)) return 'has an "answer" that is no object';
  const { status, headers, body, pieces, end } = answer;
  if (!isCount(status) || status < 100 || status > 599) return 'has an "answer.status" that is none of HTTP';
  if (!isTexts(headers)) return 'has "answer.headers" that are not made of texts';
  if (body !== undefined && !isRecordedBytes(body)) return `has an "answer.body" that ${noBytes}`;
  if (end !== undefined && end !== "broken" && end !== "left") return 'has an "answer.end" that is not known';
  if (pieces === undefined) return undefined;
  if (!Array.isArray(pieces)) return 'has "answer.pieces" that are no list';
  const broken = pieces.findIndex((piece) => !isPiece(piece));
  return broken < 0
    ? undefined
    : `has "answer.pieces[${broken}]" without a count as "after", or that ${noBytes}`;
}

const noBytes = 'is not one of { "json" }, { "text" }, { "frames" } and { "base64" }';

function isPiece(piece: unknown): boolean {
  if (!isObject(piece) || !isCount(piece.after)) return false;
  if (piece.input !== undefined && !isCount(piece.input)) return false;
  if (piece.inputEnded !== undefined && piece.inputEnded !== true) return false;
  return piece.bytes === undefined || isRecordedBytes(piece.bytes);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTexts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((member) => typeof member === "string");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
