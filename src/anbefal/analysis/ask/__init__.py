"""What a recommendation asks: how strongly, what kind of action, of which treaty, for whom."""
