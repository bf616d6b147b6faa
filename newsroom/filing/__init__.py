"""What becomes of files that were read: releases are filed, what is filed already is named."""
