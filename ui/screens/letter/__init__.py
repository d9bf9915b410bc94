"""The letter that tells a round's regions their results."""
