"""Runs an integration as XSOAR does: the run on stdin, what came of it on stdout. The integration's file is the argument."""

import json
import os
import runpy
import sys

import demistomock

demistomock.run.update(json.load(sys.stdin))
try:
    runpy.run_path(sys.argv[1], run_name="__main__")
except SystemExit:
    pass
for entry in demistomock.entries:
    if isinstance(entry, dict) and "FileID" in entry:
        path = "{}_{}".format(demistomock.investigation()["id"], entry["FileID"])
        with open(os.path.join(os.getcwd(), path), encoding="utf-8") as file:
            entry["text"] = file.read()
print(json.dumps({"entries": demistomock.entries, "lines": demistomock.lines}))
