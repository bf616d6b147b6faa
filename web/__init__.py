"""What people and their programs ask for over HTTP.

`site` is the public's application, `cache` stands before it with ready answers. Templates and the
few files that pages are dressed with lie beside them. Speaking HTTP is the server's, not ours.
"""
