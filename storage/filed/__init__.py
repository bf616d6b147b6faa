"""What officers file and change: releases, versions, what came back, what was discarded."""
