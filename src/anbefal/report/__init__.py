"""Results to a terminal, to JSON, CSV and Markdown, to GitHub and to code scanners."""
