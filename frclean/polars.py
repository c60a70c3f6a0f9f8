"""``import frclean.polars`` registers the accessor ``.frclean``; see :mod:`frclean.etl.polars`."""

from frclean.etl.polars import FrcleanExpr, FrcleanSeries

__all__ = ["FrcleanExpr", "FrcleanSeries"]
