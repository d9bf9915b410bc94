"""Letters that ask regions for the evidence behind high scores."""
