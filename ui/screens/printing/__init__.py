"""Printing score summaries: what, on which paper, where to, and how they look."""
