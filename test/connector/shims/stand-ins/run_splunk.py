"""Runs an app as Splunk SOAR does: the run on stdin, what came of it on stdout. The app's file is the argument."""

import json
import runpy
import sys

import phantom.rules
from phantom.base_connector import BaseConnector

run = json.load(sys.stdin)
phantom.rules.known.update(run.get("vault", {}))
module = runpy.run_path(sys.argv[1], run_name="app")
apps = [
    thing
    for thing in module.values()
    if isinstance(thing, type) and issubclass(thing, BaseConnector) and thing is not BaseConnector
]
outcome = apps[0]().run(run)
outcome["added"] = phantom.rules.added
print(json.dumps(outcome))
