"""The front page: everything at a glance."""
