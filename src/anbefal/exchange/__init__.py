"""Other people's formats to records and back. Empty so far: nothing is imported or exported yet."""
