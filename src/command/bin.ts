#!/usr/bin/env node
import { main } from "./main.js";

// Whoever closes the other end has read enough.
process.stdout.on("error", () => process.exit());

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
