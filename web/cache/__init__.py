"""Ready answers before the application: the response cache, and the rules of HTTP it needs.

An answer is good for one path, content coding, minute and generation of the database. Content
coding and conditional requests are decided here for cached and uncached answers alike, and what is
polled is made ready before its minute. Nothing here knows an address, a page or Flask.
"""
