"""Search and filters that a browser does by itself."""
