"""A project of texts: its settings, its files, what has been checked, what is put up with.

The core (:mod:`frclean.pipeline`) knows texts and options; this package knows files. The way of
the data: ``settings`` (what a folder asks for) → ``files`` (which files are meant) → ``checking``
(one file, through ``cache`` and ``runner``) → ``baseline`` (what is known already).
"""
