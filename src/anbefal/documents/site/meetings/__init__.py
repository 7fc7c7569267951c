"""The page of meetings, promises and plans."""
