"""What organisations ask of authorities: requests and reports, with their deadlines."""
