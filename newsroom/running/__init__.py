"""Processes: the clock, the web server, what starts them again, the demonstration."""
