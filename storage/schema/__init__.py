"""The schema as an ordered list of steps; each is applied once, under one lock."""
