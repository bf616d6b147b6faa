"""Web pages as they are saved: the main text, and whom to call."""
