"""What a document says, whatever its format: blocks of lines, and the same as plain data."""
