"""The rules of the assessment, in plain Python."""
