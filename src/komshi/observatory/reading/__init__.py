"""What each article says, with evidence, and who stands behind that."""
