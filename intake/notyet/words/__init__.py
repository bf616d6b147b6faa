"""The words that hold a text back, in four languages, however they are spelled."""
