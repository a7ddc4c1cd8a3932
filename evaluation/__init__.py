"""Is the sentence right? Scores any engine on test sets."""
