"""What in a text says that it must not come out yet: finding it, reading its moment, taking it out.

`hints` asks cheaply whether a text may say anything of the kind, `folded` evens it out, `wordings`
knows the phrases of four languages, `topics` what only speaks of an embargo, `judging` decides of
one line or sentence, `screening` goes through a text and takes the sure lines out, `naming` reads
the names of files.
"""
