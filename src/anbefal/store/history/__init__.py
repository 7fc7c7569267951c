"""From git's commits to datasets."""
