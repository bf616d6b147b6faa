"""Commands about those who are told: who follows, what was sent, what came back."""
