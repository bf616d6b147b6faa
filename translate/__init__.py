"""The same in another language, offline."""
