"""The public's application: pages, feeds, files and sitemaps, written with Flask.

`application.create_app` puts it together; `views` answers the addresses; the rest is what views
share: what they may ask (`house`), how everything is answered (`answers`), what surrounds a page.
It knows the newsroom's public side only.
"""
