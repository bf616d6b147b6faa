"""Translation packages: fetched, unpacked without trust, installed, listed, their checksums."""
