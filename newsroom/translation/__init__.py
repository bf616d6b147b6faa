"""Filling languages: what is remembered, what the engine is asked, the glossary."""
