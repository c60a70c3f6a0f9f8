"""``python -m frclean``."""

import sys

from frclean.cli import main

sys.exit(main())
