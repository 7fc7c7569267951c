"""Pictures for people: what they show as content, and how a library draws it."""
