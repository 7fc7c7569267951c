"""One thin module per command: arguments in, one call, one report out."""


def main() -> None:
    """Run the program as a shell does.

    The collector of cycles stays off: a run is short, records have no cycles, and looking through
    ten thousand of them, also when the program ends, takes a third of the time of `validate`.
    """
    import gc
    import sys

    gc.disable()
    try:
        _open_what_is_closed()
        from anbefal.cli.app import app

        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        app(prog_name="anbefal")
    except KeyboardInterrupt:  # before a command could take care of it
        sys.exit(130)
    finally:
        gc.freeze()


def _open_what_is_closed() -> None:
    """Give the program the three streams that it counts on, where its caller has closed one."""
    import os
    import sys

    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - kept open
