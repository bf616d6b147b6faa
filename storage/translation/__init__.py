"""What is kept of translations: the memory, the glossary, what editors saw and should see."""
