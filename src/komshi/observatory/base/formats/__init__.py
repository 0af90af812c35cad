"""How numbers and dates look where Django does not know it (the setting FORMAT_MODULE_PATH)."""
