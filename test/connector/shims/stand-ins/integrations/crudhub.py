attachments = {}


def make_request(iri, method):
    if method != "GET":
        raise ValueError("the stand-in only reads")
    return {"file": {"@id": attachments[iri], "filename": "file"}}
