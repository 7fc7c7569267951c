"""Pages of single recommendations."""
