"""What commands share of the terminal: asking, typed words and moments, progress, secret files."""
