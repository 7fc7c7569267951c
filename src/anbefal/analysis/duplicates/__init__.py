"""Recommendations that make the same ask, and how they are told from their neighbours."""
