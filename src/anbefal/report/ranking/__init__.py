"""Rankings in every form: rows, what they say in words, and one score taken apart."""
