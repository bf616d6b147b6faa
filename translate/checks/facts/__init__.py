"""Checks of what a text states: numbers, names, negation, quotations, addresses, terms."""
