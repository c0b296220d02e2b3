"""Has it happened: cues, moods, tenses, denials."""
