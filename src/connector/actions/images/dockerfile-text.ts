/**
 * The text of a Dockerfile as it was before a form made one line of it, with `\n` in letters for its line ends. A text that
 * has real line ends stays as it is: in it, `\n` belongs to a command such as `printf "a\nb"`.
 */
export function unfoldDockerfile(text: string): string {
  if (text.includes("\n")) return text;
  // Small letters are as good for instructions, but then the words of a command are not to be taken for some.
  const begins = /^\s*[a-z]/.test(text) ? instructions.toLowerCase() : instructions;
  const nextLine = String.raw`(?=\s*(?:(?:${begins})\s|#|\\n|\\r|$))`;
  return (
    text
      // A line that goes on ends with a space, a backslash and the end of the line.
      .replace(/([ \t]\\)(?:\\r)?\\n/g, "$1\n")
      .replace(new RegExp(String.raw`(?:\\r)?\\n${nextLine}`, "g"), "\n")
  );
}

const instructions =
  "ADD|ARG|CMD|COPY|ENTRYPOINT|ENV|EXPOSE|FROM|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|RUN|SHELL|STOPSIGNAL|USER|VOLUME|WORKDIR";
