"""The documentation as a site: ``sphinx-build -W docs site`` (extra ``docs``)."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from frclean.version import __version__

project = "frclean"
author = "frclean contributors"
release = version = __version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
# Links to headings are checked as links to files are.
myst_heading_anchors = 4
myst_enable_extensions = ["deflist", "colon_fence"]

html_theme = "furo"
html_title = "frclean"
# Quotation marks in examples are what they are.
smartquotes = False
html_static_path: list[str] = []
html_theme_options = {"navigation_with_keys": True}
# Nothing is fetched from elsewhere, and nothing tells when the site was built.
html_last_updated_fmt = None
html_show_copyright = False

# Heavy engines of frclean.etl: the site is built without them.
autodoc_mock_imports = ["datasets", "datatrove", "pyspark", "ray"]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "show-inheritance": True}
napoleon_google_docstring = True
napoleon_numpy_docstring = False


def _rules_are_out_of_the_menu(_: Sphinx, name: str, source: list[str]) -> None:
    """Three hundred pages of rules: a table and the search lead to them, the menu does not."""
    if name.startswith("rules/") and name != "rules/index":
        source[0] = f"---\norphan: true\n---\n{source[0]}"


def _french_pages_say_so(
    _: Sphinx, name: str, __: str, context: dict[str, Any], ___: object
) -> None:
    """Screen readers and browsers learn the language of a page from it."""
    if name == "fr" or name.startswith("rules/"):
        context["language"] = "fr"


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx calls this when it starts."""
    app.connect("source-read", _rules_are_out_of_the_menu)
    app.connect("html-page-context", _french_pages_say_so)
    return {"parallel_read_safe": True}
