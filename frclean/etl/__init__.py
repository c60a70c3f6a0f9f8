"""frclean inside the engines people have: Spark, Ray, datatrove, pandas, polars, datasets.

Each module needs the extra of its name; none is imported by ``import frclean``.
"""
