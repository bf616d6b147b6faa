"""What an act makes due, and how due work is taken, looked at again, done and finished."""
