"""Commands about releases: import, revise, schedule, publish, show, topics, files, previews."""
