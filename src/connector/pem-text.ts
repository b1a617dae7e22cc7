/** PEM text as it was before a form made one line of it: line ends can arrive as `\n` in letters, as spaces, or not at all. */
export function unfoldPem(text: string): string {
  return text
    .replaceAll("\\r", "")
    .replaceAll("\\n", "\n")
    .replace(block, (_whole, label: string, content: string) => {
      const { headers, base64 } = parts(content);
      const lines = base64.match(/.{1,64}/g) ?? [];
      return `-----BEGIN ${label}-----\n${headers}${lines.join("\n")}\n-----END ${label}-----\n`;
    })
    .trim()
    .concat("\n");
}

const block = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----\s*/g;

/** The headers of an encrypted key of the old kind, and the rest without white space. */
function parts(content: string): { headers: string; base64: string } {
  const [, type, info] = /Proc-Type:\s*(\S+)\s+DEK-Info:\s*(\S+)/.exec(content) ?? [];
  if (type === undefined) return { headers: "", base64: content.replace(/\s+/g, "") };
  const rest = content.slice(content.indexOf(info ?? "") + (info ?? "").length);
  return { headers: `Proc-Type: ${type}\nDEK-Info: ${info}\n\n`, base64: rest.replace(/\s+/g, "") };
}
