"""Digits, number words, amounts and dates: what they are worth and how a language writes them."""
