"""Who follows, who is told what and when, and how: mail, a hub, webhooks.

What is owed is written by whatever happens (`storage/telling/`); here it is sent, each channel a
`Lane` of its own in the clock's process.
"""
