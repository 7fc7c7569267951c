"""Suggested duplicates, as results."""
