"""The code on a printed page, typed back in: whether the page still stands."""
