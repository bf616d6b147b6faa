"""Which words of a translation came from which words of its source."""
