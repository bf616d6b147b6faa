"""What a release's page does with its text, beyond showing it: it is made of safe HTML, as that is.

Addresses become links, wide tables are moved by themselves, pictures come in the size that fits,
quotations can be copied. Feeds and mails have the text without: their programs do as much, each in
its own way.
"""
