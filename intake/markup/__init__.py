"""HTML to Markdown: what Word files, mails, pages and feeds are read through."""
