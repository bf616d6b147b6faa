"""CTranslate2 with Argos packages: tokens, attention, batches, and an engine's own process."""
