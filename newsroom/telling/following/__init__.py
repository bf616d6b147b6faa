"""Following by mail: signing up and off, what officers see of it, and forgetting addresses.

The public's web knows `sign_ups` alone.
"""
