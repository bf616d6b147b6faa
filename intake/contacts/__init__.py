"""Whom to call: finding the contacts in a text and reading their cards."""
