"""The verbs: the one place where the others meet."""
