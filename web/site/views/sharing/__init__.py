"""What other sites and programs show of ours: cards, embedded lists, links to share."""
