"""A FortiSOAR connector that hands every operation to docker-engine-sdk. Its info.json comes from fortisoarManifest()."""

import json
import os
import shlex
import subprocess
import tempfile

from connectors.core.connector import Connector, ConnectorError, get_logger
from connectors.cyops_utilities.builtins import download_file_from_cyops, upload_file_to_cyops
from integrations.crudhub import make_request

logger = get_logger("docker-engine")
FILE_PARAMETERS = ("archive", "context", "value")


class DockerEngineConnector(Connector):
    def execute(self, config, operation, params, *args, **kwargs):
        with tempfile.TemporaryDirectory() as folder:
            try:
                envelope = run({
                    "platform": "fortisoar",
                    "config": with_certificates(config),
                    "action": operation,
                    "params": params,
                    "files": uploaded_files(params or {}, folder),
                    "output": folder,
                }, logger.info)
            except Exception as error:
                raise ConnectorError(str(error))
            answer = envelope["projection"]
            if "error" in answer:
                raise ConnectorError(answer["error"])
            for warning in envelope["meta"]["warnings"]:
                logger.warning(warning)
            for file in envelope["files"]:
                attachment = upload_file_to_cyops(
                    file_path=file["path"], filename=file["name"], name=file["name"], create_attachment=True)
                if isinstance(answer["result"], dict):
                    answer["result"].update(attachment)
            return answer["result"]

    def check_health(self, config=None, *args, **kwargs):
        try:
            self.execute(config or {}, "test_connectivity", {})
        except ConnectorError as error:
            raise ConnectorError("Connector is Not Available - {}".format(error))
        return "Connector is Available - Docker API is reachable"


def with_certificates(config):
    """The configuration with the texts of its uploaded files. A key is not left behind on the disk."""
    texts = dict(config)
    for name in ("cert_path", "key_path", "ca_cert_path"):
        file = config.get(name)
        if file and "-----BEGIN" not in str(file):
            path = downloaded(file["@id"] if isinstance(file, dict) else file)
            with open(path, encoding="utf-8") as pem:
                texts[name] = pem.read()
            os.remove(path)
    return texts


def uploaded_files(params, folder):
    """The uploaded files that parameters name, by what names them, moved to a folder that goes away."""
    files = {}
    for value in [params[name] for name in FILE_PARAMETERS if isinstance(params.get(name), str)]:
        iri = value
        if params.get("input") == "Attachment ID":
            iri = value if value.startswith("/api/") else "/api/3/attachments/" + value
            iri = make_request(iri, "GET")["file"]["@id"]
        if iri.startswith("/api/3/files/"):
            files[value] = os.path.join(folder, str(len(files)))
            os.replace(downloaded(iri), files[value])
    return files


def downloaded(iri):
    return os.path.join(tempfile.gettempdir(), download_file_from_cyops(iri)["cyops_file_path"])


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
