"""What is not words: inline tags, placeholders, structure, where segments are cut and joined."""
