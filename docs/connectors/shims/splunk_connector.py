"""A Splunk SOAR app that hands every action to docker-engine-sdk. Its JSON comes from splunkManifest()."""

import json
import os
import shlex
import subprocess
import tempfile

import phantom.app as phantom
import phantom.rules as ph_rules
from phantom.action_result import ActionResult
from phantom.base_connector import BaseConnector
from phantom.vault import Vault

FILE_PARAMETERS = ("Context", "archive", "value")


class DockerEngineConnector(BaseConnector):
    def handle_action(self, param):
        result = self.add_action_result(ActionResult(dict(param)))
        try:
            with tempfile.TemporaryDirectory(dir=Vault.get_vault_tmp_dir()) as folder:
                envelope = run({
                    "platform": "splunk",
                    "config": self.get_config(),
                    "action": self.get_action_identifier(),
                    "params": dict(param),
                    "files": vault_files(param),
                    "output": folder,
                }, self.save_progress)
                saved = []
                for file in envelope["files"]:
                    added, message, vault_id = ph_rules.vault_add(
                        container=self.get_container_id(), file_location=file["path"], file_name=file["name"])
                    if not added:
                        raise RuntimeError("{} did not get into the vault: {}".format(file["name"], message))
                    saved.append({"name": file["name"], "size": file["size"], "vault_id": vault_id})
        except Exception as error:
            return result.set_status(phantom.APP_ERROR, str(error))
        answer = envelope["projection"]
        for item in answer["data"]:
            # What further actions take the files by.
            result.add_data(dict(item, files=saved) if saved else item)
        result.update_summary(answer["summary"])
        passed = answer["status"] == "success"
        if self.get_action_identifier() == "test_connectivity":
            self.save_progress("Test Connectivity {}".format("Passed" if passed else "Failed"))
        return result.set_status(phantom.APP_SUCCESS if passed else phantom.APP_ERROR, answer["message"])


def vault_files(param):
    """The files of the vault that parameters name, by their ids. Other texts stay what they are."""
    files = {}
    for vault_id in filter(None, (param.get(name) for name in FILE_PARAMETERS)):
        found, _, details = ph_rules.vault_info(vault_id=vault_id)
        if found and details:
            files[vault_id] = list(details)[0]["path"]
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
