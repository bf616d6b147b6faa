"""The same in another language, offline.

Nothing is imported here: the engine's own process, which starts anew at every run, needs neither
checks nor Markdown.
"""
