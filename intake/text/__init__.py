"""Plain press texts: their blocks, the press release, the topic listing and its dated items."""
