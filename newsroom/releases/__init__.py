"""What officers do with releases: filing, their life, versions, topics, files, previews."""
