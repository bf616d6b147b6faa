"""A release and what becomes of it: outcomes, reviews, revisions, its files and versions."""
