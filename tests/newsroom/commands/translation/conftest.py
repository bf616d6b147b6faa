"""A shelf of packages to fetch from."""

from tests.translate.packages.shelf import shelf

__all__ = ["shelf"]
