"""Mails as they arrive: who may send, what becomes of each, what is answered."""
