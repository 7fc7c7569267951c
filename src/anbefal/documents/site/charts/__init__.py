"""Charts of counts, drawn when the site is built, each with its numbers as a table."""
