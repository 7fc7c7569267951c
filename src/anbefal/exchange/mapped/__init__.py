"""Any table of recommendations, with a mapping from fields to the headings of its columns."""
