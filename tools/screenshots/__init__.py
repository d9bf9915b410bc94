"""The pictures of the guide, taken of the real window; `python -m tools.screenshots` takes them.

Everything that could differ from one run to the next is fixed: clock, identities, scores, size,
theme. What may still differ is the font of the desktop.
"""
