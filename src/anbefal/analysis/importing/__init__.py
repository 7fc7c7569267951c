"""What a file from others changes in a repository, and what it leaves as people wrote it."""
