"""What every app stands on: event log, refusals, region."""
