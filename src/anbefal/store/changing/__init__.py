"""From changes as values to files on the disk, all of them or none."""
