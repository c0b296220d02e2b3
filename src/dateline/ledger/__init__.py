"""The record on disk: stories, claims and decisions, appended and never overwritten."""
