"""Commands about the home and its processes: init, serve, work, doctor, backup, prove, demo."""
