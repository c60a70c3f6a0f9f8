"""Files of any size: read in chunks, cleaned by processes, written whole or not at all.

``readers`` → ``chunks`` → ``workers`` (``rows`` in each) → ``writers`` → ``shards`` → ``job``.
"""

from frclean.batch.job import Job, Report
from frclean.batch.rows import Task

__all__ = ["Job", "Report", "Task"]
