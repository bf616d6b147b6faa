"""Checks of how much is said: nothing, too little, too much, again, or in no translation."""
