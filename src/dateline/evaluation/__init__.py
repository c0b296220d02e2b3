"""Gold sets in, scores and floors out. Only this folder may reach inside a stage."""
