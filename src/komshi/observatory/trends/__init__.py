"""How things move and what they do to people: assessments of impact on the six dimensions."""
