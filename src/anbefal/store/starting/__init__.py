"""A new repository, and what a clone lacks."""
