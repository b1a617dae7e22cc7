/**
 * Makes a regular expression of JavaScript from one of Go: of as much of its language as can come out of a pattern for
 * names. Undefined where Go knows no such expression.
 */
export function fromGo(source: string): RegExp | undefined {
  const characters = [...source];
  let at = 0;

  function outsideClasses(): string | undefined {
    let result = "";
    while (at < characters.length) {
      const character = characters[at++] ?? "";
      const part = character === "\\" ? escaped() : character === "[" ? characterClass() : outside(character);
      if (part === undefined) return undefined;
      result += part;
    }
    return result;
  }

  /** Behind a backslash. */
  function escaped(): string | undefined {
    const character = characters[at++] ?? "";
    if (Object.hasOwn(perlClasses, character)) return `[${perlClasses[character]}]`;
    return plainEscape(character);
  }

  /** Behind an opening bracket. A closing one that comes first stands for itself. */
  function characterClass(): string | undefined {
    const isNegated = characters[at] === "^";
    if (isNegated) at++;
    let members = "";
    for (let isFirst = true; isFirst || characters[at] !== "]"; isFirst = false) {
      const member = posixClass() ?? classMember();
      if (member === undefined) return undefined;
      members += member;
    }
    at++;
    return `[${isNegated ? "^" : ""}${members}]`;
  }

  function posixClass(): string | undefined {
    if (characters[at] !== "[" || characters[at + 1] !== ":") return undefined;
    const name = /^\[:(\w+):\]/.exec(characters.slice(at, at + "[:xdigit:]".length).join(""))?.[1];
    if (name === undefined || !Object.hasOwn(posixClasses, name)) return undefined;
    at += name.length + "[::]".length;
    return posixClasses[name];
  }

  function classMember(): string | undefined {
    const perl = characters[at] === "\\" ? perlClasses[characters[at + 1] ?? ""] : undefined;
    if (perl !== undefined) {
      at += 2;
      return perl;
    }
    const low = classCharacter();
    if (low === undefined) return undefined;
    if (characters[at] !== "-" || characters[at + 1] === "]" || at + 1 >= characters.length)
      return literal(low);
    at++;
    const high = classCharacter();
    if (high === undefined || code(high) < code(low)) return undefined;
    return `${literal(low)}-${literal(high)}`;
  }

  function classCharacter(): string | undefined {
    const character = characters[at++];
    if (character !== "\\") return character;
    const escaped = characters[at++] ?? "";
    return controls[escaped] ?? (isPunctuation(escaped) ? escaped : undefined);
  }

  const translated = outsideClasses();
  return translated === undefined ? undefined : new RegExp(`^${translated}$`, "u");
}

function outside(character: string): string {
  if (character === ".") return "[^\\n]";
  return "()*?^".includes(character) ? character : literal(character);
}

function plainEscape(character: string): string | undefined {
  if (character === "b" || character === "B") return `\\${character}`;
  const control = controls[character];
  if (control !== undefined) return literal(control);
  return isPunctuation(character) ? literal(character) : undefined;
}

function literal(character: string): string {
  return `\\u{${code(character).toString(16)}}`;
}

function code(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function isPunctuation(character: string): boolean {
  return /^[\0-\x7F]$/.test(character) && !/^[A-Za-z0-9]$/.test(character);
}

const controls: Readonly<Record<string, string>> = {
  a: "\x07",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** As members of a class. Go's know ASCII only. */
const perlClasses: Readonly<Record<string, string>> = {
  d: "0-9",
  D: "\\0-\\x2F\\x3A-\\u{10FFFF}",
  s: "\\t\\n\\f\\r\\x20",
  S: "\\0-\\x08\\x0B\\x0E-\\x1F\\x21-\\u{10FFFF}",
  w: "0-9A-Za-z_",
  W: "\\0-\\x2F\\x3A-\\x40\\x5B-\\x5E\\x60\\x7B-\\u{10FFFF}",
};

const posixClasses: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\0-\\x7F",
  blank: "\\t\\x20",
  cntrl: "\\0-\\x1F\\x7F",
  digit: "0-9",
  graph: "\\x21-\\x7E",
  lower: "a-z",
  print: "\\x20-\\x7E",
  punct: "\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E",
  space: "\\t-\\r\\x20",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};
