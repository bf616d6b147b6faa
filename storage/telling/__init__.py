"""Who follows, what happened, and the outbox of what is owed to whom because of it."""
