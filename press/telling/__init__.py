"""Who is told what of a release: the nouns and the rule, in plain Python."""
