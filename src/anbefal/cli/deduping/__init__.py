"""What `dedupe` is made of: whom it is about, the dialogue, the check."""
