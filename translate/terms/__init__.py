"""Words that must come out one way: glossary terms, countries, names of people."""
