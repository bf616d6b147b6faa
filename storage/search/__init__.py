"""Finding what is out by its words.

What is public is asked of `storage/conditions.py` in the very query that finds. The index holds
words of what was public when it was written, never of what is under embargo, so neither its size
nor its order nor the time it takes can tell of that. It need not be whole: what came out a second
ago and is not in it yet is read as it is, so nothing has to run at a release's minute.

Answers are in the order of time alone. A rank would be worked out from all that is indexed.
"""
