"""Widgets that know nothing of libraries."""
