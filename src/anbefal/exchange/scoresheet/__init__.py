"""Score sheets: an assessor's round as an Excel workbook, out to a network and back."""
