"""Symbols and boards. Knows no engine and no window."""
