"""What other newsrooms send to programs: RSS, Atom, JSON Feed, ninjs."""
