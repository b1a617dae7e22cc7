/**
 * The words of a command line as a POSIX shell reads them: quotes of both kinds, and backslashes outside of them and within double
 * ones. Nothing is expanded. Undefined where a quote does not close, for half of a command is another command.
 */
export function words(line: string): string[] | undefined {
  const found: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    const next = line.charAt(at + 1);
    if (quote === undefined && /\s/.test(letter)) {
      if (word !== undefined) found.push(word);
      word = undefined;
    } else if (quote === undefined && (letter === "'" || letter === '"')) {
      quote = letter;
      // "" is a word too.
      word ??= "";
    } else if (letter === quote) {
      quote = undefined;
    } else if (
      letter === "\\" &&
      quote !== "'" &&
      next !== "" &&
      (quote === undefined || /["\\$`]/.test(next))
    ) {
      word = (word ?? "") + next;
      at++;
    } else {
      word = (word ?? "") + letter;
    }
  }
  if (quote !== undefined) return undefined;
  return word === undefined ? found : [...found, word];
}
