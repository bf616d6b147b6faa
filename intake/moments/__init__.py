"""Reading the one moment that some words name: their day, their time of day, their zone."""
