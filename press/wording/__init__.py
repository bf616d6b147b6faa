"""The newsroom's own sentences, a module for each part of the site; `press/words.py` says them."""
