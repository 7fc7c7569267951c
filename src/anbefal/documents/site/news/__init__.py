"""What is new: what has happened, by month."""
