"""Mail: what a letter is on the wire, the way to a mail server, and what servers send back."""
