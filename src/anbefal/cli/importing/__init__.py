"""The commands that bring recommendations in from others' files."""
