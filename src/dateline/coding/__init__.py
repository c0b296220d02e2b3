"""Reading to claims: predicates, roles, parties, figures, status, attribution. Nothing here knows the database."""
