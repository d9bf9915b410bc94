"""What ends a command early; the sentences are in the user's language already."""


class WrongUsage(Exception):
    """A command line that cannot be followed; nothing was done."""


class Refused(Exception):
    """Something asked for that cannot be done with what is there."""
