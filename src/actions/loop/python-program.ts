import type { LoopProgram } from "./loop-options.js";

/** A loop for scripts in Python 3, for any image with `python3`: nothing but its standard library is needed. */
export const pythonProgram: LoopProgram = {
  path: "/loop/loop.py",
  command: ["python3", "-u", "/loop/loop.py"],
  content: String.raw`"""Runs scripts that come as JSON lines on stdin, one at a time, and tells of them in JSON lines on stdout."""
import io
import json
import os
import sys
import traceback

requests, messages = sys.stdin, sys.stdout


def tell(message):
    messages.write(json.dumps(message, default=str) + "\n")
    messages.flush()


def ask(message):
    tell(message)
    answer = requests.readline()
    if not answer:
        raise EOFError("nobody answers any more")
    if "$$##" in answer:
        raise ValueError(answer.strip()[4:])
    return json.loads(answer)


class Demisto:
    """What scripts know as demisto."""

    def __init__(self, request):
        self.request = request
        self.callingContext = request.get("context") or {}
        self.is_integration = bool(request["integration"])

    def args(self):
        return self.request.get("args") or {}

    def params(self):
        return self.request.get("params") or {}

    def command(self):
        return self.request.get("command") or ""

    def context(self):
        return self.callingContext.get("ExecutionContext") or {}

    def investigation(self):
        return self.callingContext.get("Inv") or {}

    def incidents(self):
        return self.callingContext.get("Incidents") or []

    def incident(self):
        return (self.incidents() or [{}])[0]

    def parentEntry(self):
        return self.callingContext.get("ParentEntry") or {}

    def integrationInstance(self):
        return self.callingContext.get("IntegrationInstance") or ""

    def log(self, message):
        prefix = "Integration log: " if self.is_integration else ""
        tell({"type": "entryLog", "args": {"message": prefix + str(message)}})

    def results(self, results):
        entries = results if isinstance(results, list) else [results]
        tell({"type": "result", "results": [as_entry(entry) for entry in entries]})

    def _say(self, level, words):
        ask({"type": "log", "command": level, "args": {"args": list(words)}})

    def info(self, *words):
        self._say("info", words)

    def error(self, *words):
        self._say("error", words)

    def debug(self, *words):
        self._say("debug", words)

    def exception(self, reason):
        return ask({"type": "exception", "command": "exception", "args": str(reason)})

    def executeCommand(self, command, args=None):
        return ask({"type": "executeCommand", "command": command, "args": args or {}})

    def execute(self, module, command, args=None):
        return ask({"type": "execute", "module": module, "command": command, "args": args or {}})

    def internalHttpRequest(self, method, uri, body=None):
        return self.executeCommand("internalHttpRequest", {"method": method, "uri": uri, "body": body})

    def getLicenseID(self):
        return self.executeCommand("getLicenseID").get("id")

    def getLastRun(self):
        return self.executeCommand("getLastRun")

    def setLastRun(self, value):
        return self.executeCommand("setLastRun", {"value": value})

    def getIntegrationContext(self):
        return self.executeCommand("getIntegrationContext")

    def setIntegrationContext(self, value):
        return self.executeCommand("setIntegrationContext", {"value": value})

    def getFilePath(self, id):
        return ask({"type": "getFileByEntryID", "command": "getFilePath", "args": {"id": id}})

    def demistoUrls(self):
        return ask({"type": "demistoUrls"})

    def getAllSupportedCommands(self):
        return ask({"type": "getAllModulesSupportedCmds"})

    def getModules(self):
        return ask({"type": "getAllModules"})

    def setContext(self, name, value):
        return ask({"type": "setContext", "name": name, "value": value})

    def dt(self, data, query):
        return ask({"type": "dt", "name": query, "value": data}).get("result")

    def get(self, data, path, default=None):
        for part in str(path).split("."):
            if not isinstance(data, dict) or part not in data:
                return default
            data = data[part]
        return data


def as_entry(value):
    if isinstance(value, dict) and "Contents" in value and "ContentsFormat" in value:
        return value
    return {"Type": 1, "Contents": value, "ContentsFormat": "text" if isinstance(value, str) else "json"}


def run(request):
    source = request.pop("script")
    demisto = Demisto(request)
    native = request["native"]

    def log_print(*words, sep=" ", end="", file=None, flush=False):
        if file not in (None, sys.stdout):
            print(*words, sep=sep, end=end or "\n", file=file, flush=flush)
        else:
            demisto.log((" " if sep is None else sep).join(str(word) for word in words))

    environment = dict(os.environ)
    try:
        names = {"__name__": "__main__", "__builtins__": __builtins__, "demisto": demisto, "print": log_print}
        exec(compile(source, "<script>", "exec"), names)
    except SystemExit:
        pass
    except BaseException:
        # Without the lines of this program itself.
        kind, reason, place = sys.exc_info()
        lines = traceback.format_exception(kind, reason, place.tb_next if place else None)
        tell({"type": "exception", "args": {"exception": lines}})
    finally:
        os.environ.clear()
        os.environ.update(environment)
        sys.stdout.flush()
        tell({"type": "completed"})
    return not native


def main():
    # What scripts and libraries write by themselves is in the same encoding, wherever this runs.
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    while True:
        line = requests.readline()
        if not line:
            return
        if line.strip() == "ping":
            tell({"type": "pong"})
        elif not run(json.loads(line)):
            return


main()
`,
};
