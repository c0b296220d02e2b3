"""Many stories to events: copies and versions of stories, claims of one event, origins, reconciled figures."""
