"""YAML texts as people write them: changed in place, or laid out anew."""
