"""The parts of an OpenDocument text and what is in them (ODF 1.3)."""
