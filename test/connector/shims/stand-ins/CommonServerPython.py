import sys

import demistomock as demisto


class CommandResults:
    def __init__(
        self, outputs_prefix=None, outputs_key_field=None, outputs=None, readable_output=None, raw_response=None
    ):
        self.entry = {
            "prefix": outputs_prefix,
            "key": outputs_key_field,
            "outputs": outputs,
            "readable": readable_output,
            "raw": raw_response,
        }


def return_results(results):
    demisto.results(results.entry if isinstance(results, CommandResults) else results)


def return_error(message):
    """Ends the integration, as the platform's own does."""
    demisto.results({"error": message})
    sys.exit(0)


def fileResult(filename, data, file_type=None):
    temporary = demisto.uniqueFile()
    with open(demisto.investigation()["id"] + "_" + temporary, "wb") as file:
        file.write(data.encode("utf-8") if isinstance(data, str) else data)
    return {"Contents": "", "ContentsFormat": "text", "Type": file_type or 3, "File": filename, "FileID": temporary}
