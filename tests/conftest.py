"""Profiles of Hypothesis: quick by default, thorough with ``--hypothesis-profile=deep``."""

from hypothesis import settings

# Two busy cores make single examples slow at times; time is tested where it is the point.
settings.register_profile("default", deadline=None, max_examples=60)
settings.register_profile("deep", deadline=None, max_examples=5000)
settings.load_profile("default")
