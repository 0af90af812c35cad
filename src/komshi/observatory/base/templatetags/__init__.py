"""What templates may ask of the words of the observatory."""
