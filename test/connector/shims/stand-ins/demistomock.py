import uuid

run = {}
entries = []
lines = []


def command():
    return run["command"]


def params():
    return run["params"]


def args():
    return run["args"]


def info(text):
    lines.append(text)


def debug(text):
    lines.append(text)


def investigation():
    return {"id": "42"}


def uniqueFile():
    return str(uuid.uuid4())


def getFilePath(entry_id):
    if entry_id not in run.get("entries", {}):
        raise ValueError("there is no such entry")
    return {"id": entry_id, "path": run["entries"][entry_id], "name": "file"}


def results(entry):
    entries.append(entry)
