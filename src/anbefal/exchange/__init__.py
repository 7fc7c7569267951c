"""Other people's formats to values and back."""
