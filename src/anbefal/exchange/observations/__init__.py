"""A treaty body's own concluding observations, weeks before a database has them."""
