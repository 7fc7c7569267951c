"""The letter that asks a ministry for a meeting."""
