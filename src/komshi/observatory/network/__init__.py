"""The organisations that work against it: who they are, where, on what, and what they agreed to show."""
