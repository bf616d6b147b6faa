"""What we measure, against what; `make bench` runs it all."""
