"""``import frclean.pandas`` registers the accessor ``.frclean``; see :mod:`frclean.etl.pandas`."""

from frclean.etl.pandas import FrcleanAccessor

__all__ = ["FrcleanAccessor"]
