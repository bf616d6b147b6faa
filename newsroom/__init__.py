"""What a newsroom does, and the one place where the others meet: a room for each thing it decides.

`wiring.py` opens a newsroom with all of it; this file imports nothing, so that a command that asks
for little loads little.
"""
