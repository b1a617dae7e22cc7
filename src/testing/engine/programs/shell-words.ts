import { InvalidArgumentError } from "../../../errors.js";

/** What a script is cut into: words, and the signs between them. */
export type Token = { readonly sign: string } | { readonly word: readonly Piece[] };

/** A piece of a word. What is quoted is not split, and a quoted nothing is still a word. */
export type Piece = { readonly quoted: boolean } & (
  | { readonly text: string }
  | { readonly variable: string; readonly otherwise?: string }
  | { readonly script: string }
  | { readonly sum: string }
);

const signs = /^(?:\d?>&\d?|\d?>>|\d?>|<|&&|\|\||;;|[;&|()\n])/;

export function cutScript(script: string): Token[] {
  const tokens: Token[] = [];
  let pieces: Piece[] | undefined;
  let rest = script;
  const end = () => {
    if (pieces !== undefined) tokens.push({ word: pieces });
    pieces = undefined;
  };
  while (rest !== "") {
    const sign = pieces === undefined || !/^\d/.test(rest) ? signs.exec(rest)?.[0] : undefined;
    const blank = /^(?:[ \t]+|\\\n)/.exec(rest)?.[0];
    if (blank !== undefined) {
      end();
      rest = rest.slice(blank.length);
    } else if (pieces === undefined && rest.startsWith("#")) {
      rest = rest.replace(/^[^\n]*/, "");
    } else if (sign !== undefined) {
      end();
      tokens.push({ sign });
      rest = rest.slice(sign.length);
    } else {
      pieces ??= [];
      rest = takePiece(rest, pieces);
    }
  }
  end();
  return tokens;
}

/** Puts the next pieces of a word behind the others, and gives what is left. */
function takePiece(rest: string, pieces: Piece[]): string {
  if (rest.startsWith("'")) {
    const close = rest.indexOf("'", 1);
    if (close < 0) throw unfinished("'");
    pieces.push({ text: rest.slice(1, close), quoted: true });
    return rest.slice(close + 1);
  }
  if (rest.startsWith('"')) return takeQuoted(rest.slice(1), pieces);
  if (rest.startsWith("$") || rest.startsWith("`")) return takeDollar(rest, pieces, false);
  if (rest.startsWith("\\")) {
    pieces.push({ text: rest.slice(1, 2), quoted: true });
    return rest.slice(2);
  }
  const [text = ""] = /^[^\s'"$`\\;&|()<>]+/.exec(rest) ?? [rest.slice(0, 1)];
  pieces.push({ text, quoted: false });
  return rest.slice(text.length);
}

function takeQuoted(start: string, pieces: Piece[]): string {
  let rest = start;
  pieces.push({ text: "", quoted: true });
  while (!rest.startsWith('"')) {
    if (rest === "") throw unfinished('"');
    if (/^[$`]/.test(rest)) rest = takeDollar(rest, pieces, true);
    else if (/^\\[$`"\\\n]/.test(rest)) {
      pieces.push({ text: rest.slice(1, 2), quoted: true });
      rest = rest.slice(2);
    } else {
      const [text = ""] = /^(?:[^"$`\\]+|\\)/.exec(rest) ?? [];
      pieces.push({ text, quoted: true });
      rest = rest.slice(text.length);
    }
  }
  return rest.slice(1);
}

function takeDollar(rest: string, pieces: Piece[], quoted: boolean): string {
  if (rest.startsWith("$((")) {
    const close = rest.indexOf("))");
    if (close < 0) throw unfinished("$((");
    pieces.push({ sum: rest.slice(3, close), quoted });
    return rest.slice(close + 2);
  }
  if (rest.startsWith("$(")) {
    const close = closing(rest, 1);
    pieces.push({ script: rest.slice(2, close), quoted });
    return rest.slice(close + 1);
  }
  if (rest.startsWith("`")) {
    const close = rest.indexOf("`", 1);
    if (close < 0) throw unfinished("`");
    pieces.push({ script: rest.slice(1, close), quoted });
    return rest.slice(close + 1);
  }
  const [all, braced, otherwise, plain] =
    /^\$(?:\{(\w+|[?#@*$!])(?::?-([^}]*))?\}|(\w+|[?#@*$!]))/.exec(rest) ?? [];
  const variable = braced ?? plain;
  if (all === undefined || variable === undefined) {
    pieces.push({ text: "$", quoted });
    return rest.slice(1);
  }
  pieces.push({ variable, quoted, ...(otherwise === undefined ? {} : { otherwise }) });
  return rest.slice(all.length);
}

/** Where the bracket ends that opens at a place. */
function closing(text: string, open: number): number {
  let depth = 0;
  let quote = "";
  for (let at = open; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (/['"]/.test(character)) quote = character;
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return at;
  }
  throw unfinished("$(");
}

function unfinished(sign: string): InvalidArgumentError {
  return new InvalidArgumentError(`sh: syntax error: unterminated ${sign}`);
}
