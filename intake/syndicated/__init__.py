"""Feeds and news items: RSS, Atom, JSON Feed, ninjs; each entry becomes one release.

`prolog` tells XML feeds by their first bytes and refuses what declares entities, `encoding` makes
text of bytes, `tidied` makes well-formed XML of it, within limits, `xmlfeed` has feedparser read
that; `jsondata`, `jsonfeed` and `ninjs` read JSON. Each makes a `NewsItem` of an entry, `filing` a
filing of that, and `reading` goes through all; `dates`, `summaries`, `pointed` and
`outright` are parts of these.
"""
