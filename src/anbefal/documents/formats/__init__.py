"""From what a document says to the bytes of a file: one module a format."""
