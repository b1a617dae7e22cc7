import os
import shutil

from phantom.vault import Vault

added = []
known = {}


def vault_add(container=None, file_location=None, file_name=None, metadata=None):
    """Takes files from the vault's temporary folder only, and keeps a copy."""
    if not file_location.startswith(Vault.get_vault_tmp_dir()):
        return False, "the file is outside of the vault's folder", None
    kept = os.path.join(os.environ["STAND_IN_VAULT"], file_name)
    shutil.copy(file_location, kept)
    added.append({"container": container, "name": file_name, "path": kept})
    return True, "Success", "0123"


def vault_info(vault_id=None, file_name=None, container_id=None, trace=False):
    if vault_id not in known:
        return False, "no such vault id", ()
    return True, "Success", ({"path": known[vault_id], "vault_id": vault_id},)
