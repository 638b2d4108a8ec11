"""Prefect flows: orchestration only, no parsing and no arithmetic. Imported before Prefect, it keeps Prefect quiet.

Errors reach the person who runs it through what the command line prints; the log of a run is in Prefect.
"""

import os

os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "120")
os.environ.setdefault("PREFECT_CLI_PROMPT", "false")
