"""What letters say, each occasion a module: an HTML fragment, and plain text made of it."""
