import type { Action } from "../../src/connector/index.js";

/** The page with all actions, by category. */
export function actionsPage(actions: readonly Action[]): string {
  const categories = [...new Set(actions.map(({ category }) => category))];
  return [
    `# The ${actions.length} actions`,
    "",
    "Made by `npx tsx scripts/connector-docs.ts` of the catalogue: what is wrong here is wrong there. `docker-engine-sdk connector manifest",
    "jsonschema` has all inputs and outputs, and [the page on connectors](README.md) how actions are called.",
    "",
    "An action that **reads** changes nothing, and is what `readOnly` lets through. One that **removes** loses something that cannot be had",
    "back. The others **change** something.",
    "",
    ...categories.flatMap((category) => [
      `## ${category[0]?.toUpperCase()}${category.slice(1)}`,
      "",
      "| Name | | What it does | Needs |",
      "| --- | --- | --- | --- |",
      ...actions.filter((action) => action.category === category).map(row),
      "",
    ]),
  ].join("\n");
}

function row({ name, description, effect, input, since }: Action): string {
  const kind = effect.readOnly ? "reads" : effect.destructive ? "removes" : "changes";
  const needs = Object.entries(input).filter(([, { required }]) => required);
  const cells = [
    `\`${name}\``,
    kind,
    description + (since === undefined ? "" : ` Since API v${since}.`),
    needs.map(([field]) => `\`${field}\``).join(", "),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
}
