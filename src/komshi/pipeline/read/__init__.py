"""From an article to a reading: one module for each question, put together in `compose`."""
