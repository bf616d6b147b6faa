"""What the public may ask, and nothing else: the front, its editions, their archives."""
