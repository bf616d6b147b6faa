"""Word documents, and other office programs' of the same kind: what is in them, and must not be."""
