"""What the public is shown: addresses, editions of one instant, archives, sitemaps."""
