"""What a record is: the kinds of records, and a dataset of them. No files, no printing."""
