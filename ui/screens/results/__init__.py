"""The results of a round: all regions in one table, each in full, some side by side."""
