"""From the bytes of a file to its text: which program wrote it, and in which language."""
