"""Pictures as they arrive: what they tell unasked, and the sizes in which they are shown."""
