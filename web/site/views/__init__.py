"""One module for each kind of address: it reads the request, asks the front and answers.

Each has a Flask blueprint; `web.site.application` registers them all.
"""
