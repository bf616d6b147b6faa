"""What there is of a release beside its page, at addresses below that: answered when it is."""
