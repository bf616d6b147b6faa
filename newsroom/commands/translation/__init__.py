"""Commands about translations: review, glossary, memory, exchange, packages."""
