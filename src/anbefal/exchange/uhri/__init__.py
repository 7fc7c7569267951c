"""Exports of the Universal Human Rights Index: its spreadsheet and its JSON."""
