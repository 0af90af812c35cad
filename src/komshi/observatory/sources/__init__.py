"""What was received: sources, documents, articles, imports."""
