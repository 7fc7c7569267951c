"""One thin module per command: arguments in, one call, one report out."""


def main() -> None:
    """Run the program as a shell does."""
    import sys

    from anbefal.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app(prog_name="anbefal")
