"""Pages for people: one content builder per kind of document, one renderer per format."""
