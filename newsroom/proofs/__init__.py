"""Proof that an embargo holds: surfaces asked, traces sought, records signed; the alarm."""
