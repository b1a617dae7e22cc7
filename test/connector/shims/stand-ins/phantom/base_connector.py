class BaseConnector:
    """Runs an action for each set of parameters and sums it up, as the platform does."""

    def __init__(self):
        self.results = []
        self.progress = []

    def run(self, run):
        self._run = run
        for param in run["parameters"]:
            self.handle_action(param)
        return {
            "results": [
                {
                    "parameter": result.parameter,
                    "status": "success" if result.status else "failed",
                    "message": result.message,
                    "data": result.data,
                    "summary": result.summary,
                }
                for result in self.results
            ],
            "summary": {
                "total_objects": len(self.results),
                "total_objects_successful": sum(1 for result in self.results if result.status),
            },
            "progress": self.progress,
        }

    def get_config(self):
        return self._run["config"]

    def get_action_identifier(self):
        return self._run["identifier"]

    def get_container_id(self):
        return 7

    def add_action_result(self, result):
        self.results.append(result)
        return result

    def save_progress(self, text, *more):
        self.progress.append(text.format(*more) if more else text)
