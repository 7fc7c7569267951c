"""Word documents: templates that people edit in Word, and blocks in their styles."""

from anbefal.documents.formats.word.rendering import render_word

__all__ = ["render_word"]
