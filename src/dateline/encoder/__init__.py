"""The learned encoder: text and spans in, scores out. Nothing of events is known here."""
