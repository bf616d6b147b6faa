"""How letters leave: how fast, the next one made meanwhile, and what became of each noted."""
