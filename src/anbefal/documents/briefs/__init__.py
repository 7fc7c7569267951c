"""What a brief says, one module a part of it."""
