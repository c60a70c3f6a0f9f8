"""``python -m frclean``."""

import sys

from frclean.cli import command

sys.exit(command())
