"""People, organisations, roles, and what each may do."""
