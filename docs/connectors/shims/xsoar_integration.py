"""An XSOAR integration that hands every command to docker-engine-sdk. Its yml comes from xsoarYaml()."""

import demistomock as demisto
from CommonServerPython import *  # noqa: F403
from CommonServerUserPython import *  # noqa: F403

import json
import os
import shlex
import shutil
import subprocess
import tempfile

FILE_ARGUMENTS = ("images_tarball", "input_stream", "value")


def main():
    try:
        command = demisto.command()
        with tempfile.TemporaryDirectory() as folder:
            envelope = run({
                "platform": "xsoar",
                "config": demisto.params(),
                "action": command,
                "params": demisto.args(),
                "files": war_room_files(demisto.args()),
                "output": folder,
            }, demisto.info)
            answer = envelope["projection"]
            if "error" in answer:
                return_error(answer["error"])
                return
            for file in envelope["files"]:
                # An entry of the war room, filled by a move: the file can be bigger than the memory.
                entry = fileResult(file["name"], "")
                shutil.move(file["path"], "{}_{}".format(demisto.investigation()["id"], entry["FileID"]))
                return_results(entry)
        results = answer["results"]
        return_results(CommandResults(**results) if isinstance(results, dict) else results)
    except Exception as error:
        return_error(str(error))


def war_room_files(args):
    """The files of the war room that arguments name, by their entry ids. Other texts stay what they are."""
    files = {}
    for entry_id in filter(None, (args.get(name) for name in FILE_ARGUMENTS)):
        try:
            files[entry_id] = os.path.abspath(demisto.getFilePath(entry_id)["path"])
        except Exception:
            demisto.debug("An argument for a file is no entry of the war room.")
    return files


def run(request, tell):
    """Asks for one action, with secrets on stdin only. `tell` gets each line of what goes on."""
    command = shlex.split(os.environ.get("DOCKER_ENGINE_SDK_BIN", "docker-engine-sdk")) + ["connector", "run"]
    pipe = subprocess.PIPE
    with tempfile.TemporaryFile() as answer:
        try:
            process = subprocess.Popen(command, stdin=pipe, stdout=answer, stderr=pipe, encoding="utf-8")
        except FileNotFoundError:
            raise RuntimeError("{} is not there: npm install --global docker-engine-sdk, or set "
                               "DOCKER_ENGINE_SDK_BIN to where it is.".format(command[0]))
        line = ""
        try:
            try:
                with process.stdin as requests:
                    requests.write(json.dumps(request) + "\n")
            except BrokenPipeError:
                pass  # It ended early; its last line says why.
            with process.stderr as lines:
                for line in map(str.rstrip, lines):
                    tell(line)
            process.wait()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if process.returncode != 0:
            raise RuntimeError("docker-engine-sdk ended with code {}: {}".format(process.returncode, line))
        answer.seek(0)
        return json.loads(answer.readline().decode("utf-8"))


if __name__ in ("__main__", "__builtin__", "builtins"):
    main()
