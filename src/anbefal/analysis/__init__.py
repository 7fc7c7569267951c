"""Questions to a dataset: pure functions that return results and print nothing."""
