/**
 * Makes docs/connectors/actions.md of the catalogue: `npx tsx scripts/connector-docs.ts`. A test holds the two equal.
 */
import { writeFileSync } from "node:fs";
import { catalogue } from "../src/connector/index.js";
import { actionsPage } from "./connector-docs/actions-page.js";

const page = actionsPage(catalogue);
writeFileSync(new URL("../docs/connectors/actions.md", import.meta.url), page);
console.log(`docs/connectors/actions.md: ${catalogue.length} actions, ${page.length} bytes`);
