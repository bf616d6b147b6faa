"""Texts as they arrive: one module a format."""
