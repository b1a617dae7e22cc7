#!/usr/bin/env node
import { main } from "./main.js";

// Whoever closes the other end has read enough. What goes on then is for the command to end.
process.stdout.on("error", () => {});

main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`docker-engine-sdk failed: ${message.replace(/\s*\n\s*/g, " ")}\n`, () =>
      process.exit(1),
    );
  });
