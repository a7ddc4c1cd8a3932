"""Glosses in, a sentence out. Knows no pictogram and no window."""
