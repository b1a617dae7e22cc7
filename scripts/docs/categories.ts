import { relative } from "node:path";
import {
  Comment,
  CommentTag,
  type Context,
  Converter,
  type DeclarationReflection,
  ReflectionKind,
} from "typedoc";

const byFolder: readonly (readonly [folder: string, category: string])[] = [
  ["src/docker", "Client"],
  ["src/client/options", "Client"],
  ["src/resources", "Resources"],
  ["src/actions", "Actions"],
  ["src/errors", "Errors"],
  ["src/streams", "Streams and jobs"],
  ["src/client", "Calls and connections"],
  ["src/transport", "Calls and connections"],
  ["src/archive", "Files and builds"],
  ["src/buildkit", "Files and builds"],
  ["generated", "Types of the API"],
];

export const categories = [...new Set(byFolder.map(([, category]) => category))];

/** Sorts what the main entry exports by where it is from: nobody finds anything in a list of hundreds of names. */
export function categorize(converter: Converter, root: string): void {
  converter.on(Converter.EVENT_CREATE_DECLARATION, (context: Context, reflection: DeclarationReflection) => {
    if (!reflection.parent?.kindOf(ReflectionKind.Module | ReflectionKind.Project)) return;
    const declared = context.getSymbolFromReflection(reflection)?.declarations?.[0];
    if (declared === undefined) return;
    const file = relative(root, declared.getSourceFile().fileName);
    const isError = file.startsWith("src/") && (file.includes("error") || reflection.name.endsWith("Error"));
    const category = isError ? "Errors" : byFolder.find(([folder]) => file.startsWith(folder))?.[1];
    if (category === undefined) return;
    reflection.comment ??= new Comment();
    reflection.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text: category }]));
  });
}
