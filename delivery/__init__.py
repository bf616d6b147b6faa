"""Sending: one room a channel. `http.py` is the one guarded client for programs elsewhere.

It knows letters, addresses and bytes; who is told what and when is `newsroom/telling/`'s.
"""
