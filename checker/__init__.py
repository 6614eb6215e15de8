"""Caiheng reads penalty decisions and measures each against statute, benchmark and alike cases."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("caiheng")
except PackageNotFoundError:  # run from a bare checkout
    __version__ = "0+unknown"
