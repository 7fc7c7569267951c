"""The public site: pages of the repository's public part, as files that need no server."""
