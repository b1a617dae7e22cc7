import os


class Vault:
    @staticmethod
    def get_vault_tmp_dir():
        return os.environ["STAND_IN_TMP"]
