"""What people and readers request: the web application."""
