"""Pages of themes, ministries and bodies: what was recommended, and how far it has come."""
