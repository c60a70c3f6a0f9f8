"""frclean over HTTP: LanguageTool's API version 2, our own, and a page to try a text on.

Made of starlette and run by uvicorn: the extra ``server``.
"""

from frclean.server.app import create_app
from frclean.server.settings import Settings

__all__ = ["Settings", "create_app"]
