"""The only room that touches record files: text to values, values to a dataset with findings."""
