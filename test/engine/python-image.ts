import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { packFiles } from "../../src/archive/pack-files.js";

const python = "/usr/bin/python3";
const modules = ["io", "json", "os", "sys", "traceback"];

/** Whether this machine has a Python whose files an image can be made of. */
export const hasPythonFiles = process.platform === "linux" && existsSync(python);

/** A file system with this machine's Python and the modules that a loop needs: some ten megabytes and no registry. */
export function pythonArchive(): AsyncIterable<Uint8Array> {
  const list = `import ${modules.join(", ")}
print("\\n".join({m.__file__ for m in sys.modules.values() if getattr(m, "__file__", None)}))`;
  const sources = lines(execFileSync(python, ["-I", "-c", list]));
  const libraries = lines(execFileSync("ldd", [python])).flatMap(
    (line) => /(\/\S+) \(/.exec(line)?.[1] ?? [],
  );
  const paths = new Set([python, ...sources.filter((path) => path.startsWith("/")), ...libraries]);
  const files = [...paths].map(
    (path) => [path.slice(1), { content: readFileSync(path), mode: 0o755 }] as const,
  );
  return packFiles({ ...Object.fromEntries(files), "tmp/": { content: "", mode: 0o1777 } });
}

function lines(output: Buffer): string[] {
  return output.toString().split("\n").filter(Boolean);
}
