"""The memo that tells how a plan is followed up, point by point."""
