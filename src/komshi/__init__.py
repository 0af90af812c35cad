"""Komshi: the observatory that neighbours run together."""

__version__ = "0.1.0"
