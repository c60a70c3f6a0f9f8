"""The language server: what editors ask while someone types (``frclean lsp``).

``text`` holds a document and counts as the protocol does; ``memo`` checks only the paragraphs
that have changed; ``session`` knows the project; ``actions`` offers repairs; ``server`` speaks.
"""
