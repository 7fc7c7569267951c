"""What several rules use; no rule stands here."""
