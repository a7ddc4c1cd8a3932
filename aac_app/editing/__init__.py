"""Changing boards: what an edit is, does and undoes, as values. No Qt."""
