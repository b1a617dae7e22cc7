import openapiTS from "openapi-typescript";
import ts from "typescript";
import type { Schema } from "../spec/model.js";
import type { Call } from "./catalogue.js";
import type { History } from "./history.js";
import type { Merged } from "./merge.js";
import { refName } from "./merge.js";
import { declaredByHand, type OpenApi, type OpenApiSchema, operationText } from "./openapi.js";

const { factory } = ts;

/** The text of `generated/schema.ts`: every distinct schema and operation of all versions as a named type. */
export async function schemaFile(document: OpenApi, merged: Merged, history: History): Promise<string> {
  // Our document is OpenAPI 3.1; only the tool's own, far wider type says so differently.
  const nodes = await openapiTS(document as unknown as Parameters<typeof openapiTS>[0], {
    alphabetize: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transform: (schema) => ourType(schema as OpenApiSchema),
  });
  const declarations = [
    ...membersOf(nodes, "components", "schemas")
      .filter((member) => !(nameOf(member) in declaredByHand))
      .map((member) => declare(member, "")),
    ...membersOf(nodes, "operations").map((member) => declare(withoutNothings(member), "Operation")),
  ];
  const calls = Object.entries(merged.calls).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    heading,
    print(declarations),
    ...calls.map(([name, call]) => callInterface(name, call, history)),
    "",
  ].join("\n");
}

const heading = `// Made by scripts/generate.ts from spec/. Do not edit.

/** A moment: a \`Date\`, seconds since 1970, RFC 3339 text, or a Go duration back from now, such as \`10m\`. */
export type Time = Date | number | string;

/** One value or several. */
export type OneOrMany<T> = T | readonly T[];

/** A tar archive: its bytes, or a stream of them. */
export type TarSource = Uint8Array | AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** The bytes of an answer as they arrive. */
export type AnswerStream = ReadableStream<Uint8Array>;
`;

/** The TypeScript types behind our own formats, and enums that also take other words. */
function ourType(schema: OpenApiSchema): ts.TypeNode | undefined {
  const { format = "", enum: values } = schema;
  if (schema["x-open"] === true && values !== undefined) return openUnion(values);
  if (!format.startsWith("filter-")) return undefined;
  const value = filterValues[format.slice("filter-".length)] ?? keyword(ts.SyntaxKind.StringKeyword);
  if (format === "filter-boolean") return value;
  return reference(
    "OneOrMany",
    values === undefined ? value : factory.createUnionTypeNode(values.map(literal)),
  );
}

const filterValues: Record<string, ts.TypeNode> = {
  integer: keyword(ts.SyntaxKind.NumberKeyword),
  boolean: keyword(ts.SyntaxKind.BooleanKeyword),
};

/** `"a" | "b" | (string & {})`: the known words are offered, others are taken. */
function openUnion(values: unknown[]): ts.TypeNode {
  const anyString = factory.createIntersectionTypeNode([
    keyword(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  return factory.createUnionTypeNode([...values.map(literal), factory.createParenthesizedType(anyString)]);
}

/** The members of `export interface components { schemas: { … } }` or of `export interface operations { … }`. */
function membersOf(nodes: ts.Node[], interfaceName: string, memberName?: string): ts.PropertySignature[] {
  const found = nodes.find(
    (node): node is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(node) && node.name.text === interfaceName,
  );
  const members = [...(found?.members ?? [])].filter(ts.isPropertySignature);
  if (memberName === undefined) return members;
  const type = members.find((member) => nameOf(member) === memberName)?.type;
  if (type === undefined || !ts.isTypeLiteralNode(type)) throw new Error(`no ${interfaceName}.${memberName}`);
  return [...type.members].filter(ts.isPropertySignature);
}

/** Makes a member a declaration of its own: editors show its name, and the checker reads it only when it is used. */
function declare(member: ts.PropertySignature, suffix: string): ts.Statement {
  const name = `${nameOf(member)}${suffix}`;
  const type = ts.visitNode(member.type, shortReferences);
  if (type === undefined || !ts.isTypeNode(type)) throw new Error(`${name} has no type`);
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const declaration = ts.isTypeLiteralNode(type)
    ? factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
    : factory.createTypeAliasDeclaration(exported, name, undefined, type);
  for (const comment of ts.getSyntheticLeadingComments(member) ?? []) {
    ts.addSyntheticLeadingComment(declaration, comment.kind, comment.text, comment.hasTrailingNewLine);
  }
  return declaration;
}

/** Drops what says nothing: members of type `never`, and headers of any name. Half of an operation's text. */
function withoutNothings(member: ts.PropertySignature): ts.PropertySignature {
  const visit = (node: ts.Node): ts.Node => {
    const visited = ts.visitEachChild(node, visit, undefined);
    if (!ts.isTypeLiteralNode(visited)) return visited;
    const telling = visited.members.filter(
      (candidate) => !ts.isPropertySignature(candidate) || !isNothing(candidate),
    );
    return telling.length === visited.members.length
      ? visited
      : factory.updateTypeLiteralNode(visited, factory.createNodeArray(telling));
  };
  return ts.visitEachChild(member, visit, undefined);
}

function isNothing(member: ts.PropertySignature): boolean {
  if (member.type?.kind === ts.SyntaxKind.NeverKeyword) return true;
  return nameOf(member) === "headers" && member.type !== undefined && ts.isTypeLiteralNode(member.type);
}

/** `components["schemas"]["Port"]` → `Port`. */
function shortReferences(node: ts.Node): ts.Node {
  if (ts.isIndexedAccessTypeNode(node) && ts.isIndexedAccessTypeNode(node.objectType)) {
    const { indexType } = node;
    if (ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal))
      return reference(indexType.literal.text);
  }
  return ts.visitEachChild(node, shortReferences, undefined);
}

/** What the methods of the SDK are typed with: options by their public names, the body, the answer. */
function callInterface(name: string, call: Call, history: History): string {
  const options = call.options && typeText(call.options);
  const result = call.result && typeText(call.result);
  return [
    `/** ${operationText(call, history)} */`,
    `export interface ${name}Call {`,
    `  options: ${options ?? "undefined"};`,
    `  body: ${call.upload ? "TarSource" : (call.body && typeText(call.body)) || "undefined"};`,
    `  result: ${result ?? (call.answer === "text" ? "string" : "undefined")};`,
    "}",
  ].join("\n");
}

/** The type of a schema that is made of references, arrays and plain values. */
function typeText(schema: Schema): string {
  const text = plainTypeText(schema);
  return schema["x-nullable"] === true ? `${text} | null` : text;
}

function plainTypeText(schema: Schema): string {
  if (schema.$ref !== undefined) return refName(schema.$ref);
  if (schema.type === "array" && schema.items !== undefined) {
    const item = typeText(schema.items);
    return /[ |]/.test(item) ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === "string") return "string";
  if (schema.type === "boolean") return "boolean";
  if (schema.type === "integer" || schema.type === "number") return "number";
  if (schema.type === "object") return "Record<string, unknown>";
  throw new Error(`no type for ${JSON.stringify(schema)}`);
}

function print(statements: ts.Statement[]): string {
  const file = ts.createSourceFile("schema.ts", "", ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
  const text = statements
    .map((statement) => printer.printNode(ts.EmitHint.Unspecified, statement, file))
    .join("\n");
  return tidyComments(text.replace(/^( {4})+/gm, (indent) => "  ".repeat(indent.length / 4)));
}

/** The tool's tags repeat what the types say. */
function tidyComments(text: string): string {
  return text
    .replace(/^ *\* @enum \{.*\}\n/gm, "")
    .replace(/^( *)\/\*\* @enum \{.*\} \*\/\n/gm, "")
    .replace(/^ *\* Format: (filter-\w+|time|tar|list)\n/gm, "")
    .replaceAll("@description ", "")
    .replace(/\/\*\*\n *\* (.*)\n *\*\//g, "/** $1 */");
}

function nameOf(member: ts.PropertySignature): string {
  if (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) || ts.isNumericLiteral(member.name)) {
    return member.name.text;
  }
  throw new Error("a member without a name");
}

function literal(value: unknown): ts.TypeNode {
  return factory.createLiteralTypeNode(factory.createStringLiteral(String(value)));
}

function reference(name: string, ...types: ts.TypeNode[]): ts.TypeNode {
  return factory.createTypeReferenceNode(name, types.length > 0 ? types : undefined);
}

function keyword(kind: ts.KeywordTypeSyntaxKind): ts.TypeNode {
  return factory.createKeywordTypeNode(kind);
}
