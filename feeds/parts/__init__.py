"""What several formats say in the same way: heads, entries, HTML, dates, links, who wrote what."""
