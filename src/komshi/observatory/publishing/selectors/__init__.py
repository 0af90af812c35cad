"""What public pages show, from the projection alone."""
