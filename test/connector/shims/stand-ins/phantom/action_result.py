class ActionResult:
    """Keeps what an app says of one run of an action."""

    def __init__(self, param=None):
        self.parameter = dict(param or {})
        self.status = False
        self.message = ""
        self.data = []
        self.summary = {}

    def add_data(self, item):
        if not isinstance(item, dict):
            raise TypeError("data is made of objects")
        self.data.append(item)

    def update_summary(self, summary):
        self.summary.update(summary)
        return self.summary

    def set_status(self, status, message="", _exception=None):
        self.status = status
        self.message = message
        return status

    def get_status(self):
        return self.status
