"""The first start: language, who you are, and where to begin."""
