"""Checks of how a text is built: links, markup, headlines, endings, spaces, unsafe markup."""
