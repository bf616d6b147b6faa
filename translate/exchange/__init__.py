"""What translators' tools read and write: XLIFF for a release, TMX for the memory."""
