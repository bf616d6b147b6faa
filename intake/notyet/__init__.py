"""What in a text says that it must not come out yet: finding it, reading its moment, taking it out.

`hints` asks cheaply whether a text may say anything of the kind, `folded` evens it out, `wordings`
and `labels` know the phrases of four languages, `vocabulary` the words beside them, `topics` what
only speaks of an embargo, `waiting` what waits for an event, `asking` what asks to wait for its
sender's word; `respelling` says in known words what a
line says in words of its own; `judging` decides of one line or sentence. `screening` goes through
a text, `saying` tells what an order comes to, `cutting`, `mending` and `tables` take the sure ones
out, `naming` reads the names of files, `outright` fields that say it by name, `waiting` and
`withholding` are the last looks for a kind of order in any words (`bounds`, `states`), and
`unshown` is the one place for all that a file holds and shows nobody.
"""
