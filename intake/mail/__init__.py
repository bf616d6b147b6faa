"""Mails: the text or the document in them, and what is only round it."""
