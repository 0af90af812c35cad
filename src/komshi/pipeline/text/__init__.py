"""Text in a form that words can be looked up in: folded, cut into words and sentences, its language known."""
