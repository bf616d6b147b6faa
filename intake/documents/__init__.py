"""One module a format of files that say what they are: Markdown with front matter, glossaries."""
