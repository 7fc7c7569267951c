"""The minutes of a meeting, and what is still open of what was promised there."""
