"""One workspace in the window: a module for each screen that can be reached, and what joins them.

A new screen gets a module here that builds it at first need and shows it, and a method of `Session`
that leads there.
"""
