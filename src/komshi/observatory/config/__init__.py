"""Settings, addresses and processes: the one place that knows all the apps."""
