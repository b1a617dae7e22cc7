import os
import shutil
import tempfile

uploaded = []
files = {}


def download_file_from_cyops(iri):
    """Puts the file into the temporary folder and tells its name there."""
    name = "download-{}".format(len(os.listdir(tempfile.gettempdir())))
    shutil.copy(files[iri], os.path.join(tempfile.gettempdir(), name))
    return {"cyops_file_path": name, "filename": os.path.basename(files[iri])}


def upload_file_to_cyops(file_path=None, filename=None, name=None, create_attachment=False):
    with open(os.path.join(tempfile.gettempdir(), file_path), encoding="utf-8") as file:
        uploaded.append({"name": name, "filename": filename, "attachment": create_attachment, "text": file.read()})
    return {"@id": "/api/3/attachments/{}".format(len(uploaded)), "id": len(uploaded)}
