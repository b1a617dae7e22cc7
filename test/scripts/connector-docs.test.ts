import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { actionsPage } from "../../scripts/connector-docs/actions-page.js";
import { catalogue } from "../../src/connector/index.js";

test("the page of the actions is as the catalogue says", () => {
  const page = readFileSync(new URL("../../docs/connectors/actions.md", import.meta.url), "utf8");
  // If not: npx tsx scripts/connector-docs.ts
  expect(page).toBe(actionsPage(catalogue));
  for (const { name } of catalogue) expect(page).toContain(`| \`${name}\` |`);
});
