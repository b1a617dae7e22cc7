"""The two words that an action can end with."""

APP_SUCCESS = True
APP_ERROR = False
