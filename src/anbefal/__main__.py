"""Lets ``python -m anbefal`` run the program."""

from anbefal.cli import main

main()
