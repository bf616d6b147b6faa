"""An edition as a document: one module a format."""
