"""The home itself: copies of it, bringing one back, who may read it, how it is doing."""
