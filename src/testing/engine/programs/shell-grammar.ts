import { InvalidArgumentError } from "../../../errors.js";
import { cutScript, type Piece, type Token } from "./shell-words.js";

/** A script as a tree. */
export type Script = readonly Step[];

/** Pipelines, each with how it hangs on the one before. */
export interface Step {
  readonly when: "always" | "and" | "or";
  readonly pipeline: readonly Command[];
  readonly not: boolean;
  /** Not waited for. */
  readonly background: boolean;
}

export interface Command {
  readonly redirects: readonly Redirect[];
  readonly what:
    | { readonly words: readonly Word[] }
    | { readonly group: Script; readonly subshell: boolean }
    | { readonly loop: Script; readonly body: Script; readonly until: boolean }
    | { readonly each: string; readonly words: readonly Word[]; readonly body: Script }
    | {
        readonly branches: readonly { readonly test: Script; readonly body: Script }[];
        readonly otherwise: Script;
      };
}

export type Word = readonly Piece[];

export interface Redirect {
  readonly sign: string;
  readonly target: Word | undefined;
}

export function parseScript(text: string): Script {
  const reader = new Reader(cutScript(text));
  const script = reader.script([]);
  reader.atEnd();
  return script;
}

/** Reads tokens by descending through the grammar. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  atEnd(): void {
    if (this.#at < this.#tokens.length) throw this.#unexpected();
  }

  /** Steps up to one of the words, which stays. */
  script(ends: readonly string[]): Script {
    const steps: Step[] = [];
    let when: Step["when"] = "always";
    for (;;) {
      while (this.#take(";") || this.#take("\n"));
      const next = this.#plain() ?? this.#sign();
      if (next === undefined && this.#at >= this.#tokens.length) return steps;
      if (next !== undefined && ends.includes(next)) return steps;
      const not = this.#takeWord("!");
      const pipeline = [this.#command()];
      while (this.#take("|")) pipeline.push(this.#command());
      const background = this.#take("&");
      steps.push({ when, pipeline, not, background });
      when = this.#take("&&") ? "and" : this.#take("||") ? "or" : "always";
      const follows = this.#sign();
      const isOver =
        background || when !== "always" || follows === undefined || [";", "\n", ")"].includes(follows);
      if (!isOver) throw this.#unexpected();
    }
  }

  #command(): Command {
    while (this.#take("\n"));
    const what = this.#compound() ?? this.#simple();
    if (!("redirects" in what)) return { what, redirects: this.#redirects() };
    return what;
  }

  #compound(): Command["what"] | undefined {
    if (this.#take("(")) {
      const group = this.script([")"]);
      this.#expect(")");
      return { group, subshell: true };
    }
    if (this.#takeWord("{")) {
      const group = this.script(["}"]);
      this.#expectWord("}");
      return { group, subshell: false };
    }
    if (this.#takeWord("while")) return this.#loop(false);
    if (this.#takeWord("until")) return this.#loop(true);
    if (this.#takeWord("for")) return this.#each();
    if (this.#takeWord("if")) return this.#branches();
    return undefined;
  }

  #loop(until: boolean): Command["what"] {
    const loop = this.#filled(["do"]);
    return { loop, until, body: this.#body() };
  }

  #each(): Command["what"] {
    const name = this.#plain() ?? "";
    this.#at++;
    const words: Word[] = [];
    if (this.#takeWord("in"))
      for (let word = this.#word(); word !== undefined; word = this.#word()) words.push(word);
    while (this.#take(";") || this.#take("\n"));
    return { each: name, words, body: this.#body() };
  }

  /** Steps where there must be one. */
  #filled(ends: readonly string[]): Script {
    const script = this.script(ends);
    if (script.length === 0) throw this.#unexpected();
    return script;
  }

  #body(): Script {
    this.#expectWord("do");
    const body = this.#filled(["done"]);
    this.#expectWord("done");
    return body;
  }

  #branches(): Command["what"] {
    const branches: { test: Script; body: Script }[] = [];
    do {
      const test = this.#filled(["then"]);
      this.#expectWord("then");
      branches.push({ test, body: this.#filled(["elif", "else", "fi"]) });
    } while (this.#takeWord("elif"));
    const otherwise = this.#takeWord("else") ? this.script(["fi"]) : [];
    this.#expectWord("fi");
    return { branches, otherwise };
  }

  #simple(): Command {
    const words: Word[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      redirects.push(...this.#redirects());
      const word = this.#word();
      if (word === undefined) break;
      words.push(word);
    }
    if (words.length === 0 && redirects.length === 0) throw this.#unexpected();
    return { what: { words }, redirects };
  }

  #redirects(): Redirect[] {
    const redirects: Redirect[] = [];
    for (let sign = this.#sign(); sign !== undefined && /[<>]/.test(sign); sign = this.#sign()) {
      this.#at++;
      const target = /&\d$/.test(sign) ? undefined : this.#word();
      redirects.push({ sign, target });
    }
    return redirects;
  }

  #word(): Word | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || !("word" in token)) return undefined;
    this.#at++;
    return token.word;
  }

  #sign(): string | undefined {
    const token = this.#tokens[this.#at];
    return token !== undefined && "sign" in token ? token.sign : undefined;
  }

  /** The next word, where it is one without quotes and variables. */
  #plain(): string | undefined {
    const token = this.#tokens[this.#at];
    const [piece, ...more] = token !== undefined && "word" in token ? token.word : [];
    return piece !== undefined && more.length === 0 && "text" in piece && !piece.quoted
      ? piece.text
      : undefined;
  }

  #take(sign: string): boolean {
    if (this.#sign() !== sign) return false;
    this.#at++;
    return true;
  }

  #takeWord(word: string): boolean {
    if (this.#plain() !== word) return false;
    this.#at++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw this.#unexpected();
  }

  #expectWord(word: string): void {
    if (!this.#takeWord(word)) throw this.#unexpected();
  }

  #unexpected(): InvalidArgumentError {
    const found = this.#sign() ?? this.#plain() ?? "end of file";
    return new InvalidArgumentError(`sh: syntax error: unexpected "${found === "\n" ? "newline" : found}"`);
  }
}
