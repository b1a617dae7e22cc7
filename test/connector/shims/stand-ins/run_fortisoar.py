"""Runs a connector as FortiSOAR does: the run on stdin, what came of it on stdout. The connector's file is the argument."""

import json
import runpy
import sys

import connectors.core.connector as core
import connectors.cyops_utilities.builtins as cyops
import integrations.crudhub as crudhub

run = json.load(sys.stdin)
cyops.files.update(run.get("files", {}))
crudhub.attachments.update(run.get("attachments", {}))
module = runpy.run_path(sys.argv[1], run_name="connector")
kinds = [
    thing
    for thing in module.values()
    if isinstance(thing, type) and issubclass(thing, core.Connector) and thing is not core.Connector
]
connector = kinds[0]()
outcome = {}
try:
    if run["operation"] == "check_health":
        outcome["data"] = connector.check_health(run["config"])
    else:
        outcome["data"] = connector.execute(run["config"], run["operation"], run["params"], env={})
except core.ConnectorError as error:
    outcome["error"] = str(error)
outcome["log"] = core.lines
outcome["uploaded"] = cyops.uploaded
print(json.dumps(outcome))
