"""Lists of what is out beside home and topics: the archive by year and month."""
