lines = []


class ConnectorError(Exception):
    pass


class Connector:
    pass


class _Logger:
    def info(self, text):
        lines.append(["info", text])

    def warning(self, text):
        lines.append(["warning", text])

    def error(self, text):
        lines.append(["error", text])


def get_logger(_name):
    return _Logger()
