"""`meetings close`: what was promised, asked for promise by promise."""
