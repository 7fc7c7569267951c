"""Word documents from others."""
