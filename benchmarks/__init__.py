"""The claims about speed, each measured against a floor in the same run."""
