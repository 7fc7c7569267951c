"""Asking for an assessor's values in the terminal: what `score` is made of."""
