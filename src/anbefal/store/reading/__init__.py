"""From bytes to records: YAML, its places, its mistakes, and whole repositories."""
