"""What a press office knows: the nouns and their rules, in plain Python."""
