"""A year of meetings: how it stands, whose turn it has been, and what could be next."""
