"""A language that Django does not know."""
