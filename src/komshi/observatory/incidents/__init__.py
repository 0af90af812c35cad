"""What happened: readings that tell of one event."""
