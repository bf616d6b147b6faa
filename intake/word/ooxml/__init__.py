"""The parts of a Word document and what is in them (ECMA-376)."""
