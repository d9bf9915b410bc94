"""The report of a merge, to be kept or passed on, in Indonesian like all papers."""
