"""How many examples a law gets under the deep profile: by what one of them costs.

A law without a mark has the profile's number; quick profiles try as many of cheap laws, too.
The deep profile (see ``conftest.py``) spends its time where a million examples are affordable and
still gives the whole pipeline on long texts some thousands.
"""

from __future__ import annotations

from hypothesis import settings

_EXAMPLES = settings.default.max_examples
_IS_DEEP = settings.get_profile("deep").max_examples <= _EXAMPLES

#: No more than one small part of frclean is at work: 400 to 1,800 examples a second of CPU.
cheap = settings(max_examples=5 * _EXAMPLES if _IS_DEEP else _EXAMPLES)
#: Articles through several steps, or files: 100 to 300 examples a second.
dear = settings(max_examples=max(10, _EXAMPLES // 2))
