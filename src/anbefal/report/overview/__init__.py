"""Who owes what, and the matrix for the next report to a body, in every form."""
