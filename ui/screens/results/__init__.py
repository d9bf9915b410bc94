"""The results of a round: its regions compared, and one of them in full."""
