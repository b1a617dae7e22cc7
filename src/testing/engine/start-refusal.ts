/** What an engine says when a command is no program, and the exit code that the container has then. */
export function notStarted(
  command: string,
  why: "missing" | "denied",
  era: number,
): { code: number; message: string } {
  const what = reason(command, why);
  const runtime = `OCI runtime create failed: runc create failed: unable to start container process: ${era === 28 ? "error during container init: " : ""}`;
  const task = era === 20 ? "" : "failed to create task for container: ";
  const end = era === 28 ? "" : ": unknown";
  return {
    code: why === "missing" ? 127 : 126,
    message: `${task}failed to create shim task: ${runtime}${what}${end}`,
  };
}

/** The same for an exec. Before 28 the code did not tell what was wrong. */
export function notExecuted(
  command: string,
  why: "missing" | "denied",
  era: number,
): { code: number; message: string } {
  const end = era === 28 ? "" : ": unknown";
  const message = `OCI runtime exec failed: exec failed: unable to start container process: ${reason(command, why)}${end}`;
  return { code: era === 28 && why === "missing" ? 127 : 126, message };
}

function reason(command: string, why: "missing" | "denied"): string {
  if (why === "denied") return `exec: "${command}": permission denied`;
  return command.includes("/")
    ? `exec: "${command}": stat ${command}: no such file or directory`
    : `exec: "${command}": executable file not found in $PATH`;
}
