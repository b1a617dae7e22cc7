import { readFileSync } from "node:fs";
import {
  ArrayType,
  type Context,
  Converter,
  IntrinsicType,
  LiteralType,
  makeRecursiveVisitor,
  type ProjectReflection,
  ReferenceType,
  type Reflection,
  ReflectionKind,
  type SomeType,
  UnionType,
} from "typedoc";

/**
 * Writes `ContainerListOptions` where the source has `Options<V, "ContainerList">`: what a method takes in the newest version,
 * with a link.
 */
export function nameCallTypes(converter: Converter, schema: string): void {
  const calls = readCalls(readFileSync(schema, "utf8"));
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => {
    const named = (type: SomeType | undefined): SomeType | undefined => type && rename(type, calls, project);
    for (const reflection of Object.values(project.reflections) as Typed[]) {
      if (reflection.type === undefined) continue;
      const type = named(reflection.type);
      if (type !== undefined) reflection.type = type;
      // Also within a promise or a stream of it.
      reflection.type.visit(
        makeRecursiveVisitor({
          reference(reference) {
            reference.typeArguments = reference.typeArguments?.map((type) => named(type) ?? type);
          },
          intersection(intersection) {
            intersection.types = intersection.types.map((type) => named(type) ?? type);
          },
        }),
      );
    }
  });
}

type Typed = Reflection & { type?: SomeType };

/** `ContainerList.options` → `ContainerListOptions`, as the schema has it. */
function readCalls(schema: string): Map<string, string> {
  const calls = new Map<string, string>();
  for (const [, operation, members = ""] of schema.matchAll(/^export interface (\w+)Call \{\n(.*?)^\}/gms)) {
    for (const [, member, type = ""] of members.matchAll(/^ {2}(\w+): (.*);$/gm)) {
      calls.set(`${operation}.${member}`, type);
    }
  }
  return calls;
}

function rename(
  type: SomeType,
  calls: Map<string, string>,
  project: ProjectReflection,
): SomeType | undefined {
  if (!(type instanceof ReferenceType) || !["Options", "Body", "Result"].includes(type.name))
    return undefined;
  const operation = type.typeArguments?.[1];
  if (!(operation instanceof LiteralType)) return undefined;
  const text = calls.get(`${operation.value}.${type.name.toLowerCase()}`);
  return text === undefined ? undefined : parse(text, project);
}

/** The schema's types of calls are names, lists of them, and alternatives. */
function parse(text: string, project: ProjectReflection): SomeType {
  const [first = "", ...others] = text.split(" | ");
  if (others.length > 0) return new UnionType([first, ...others].map((part) => parse(part, project)));
  if (text.endsWith("[]")) return new ArrayType(parse(text.slice(0, -2), project));
  if (text === "null") return new LiteralType(null);
  if (/^[a-z]/.test(text)) return new IntrinsicType(text);
  const [target] = project.getReflectionsByKind(ReflectionKind.SomeType).filter(({ name }) => name === text);
  return target === undefined
    ? new IntrinsicType(text)
    : ReferenceType.createResolvedReference(text, target, project);
}
