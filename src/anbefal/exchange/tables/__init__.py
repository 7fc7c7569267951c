"""Tables from others, row by row: workbooks, CSV and JSON."""
