"""Widgets: they show values and announce facts."""
