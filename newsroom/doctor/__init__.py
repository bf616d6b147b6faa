"""What `newsroom doctor` looks at."""
