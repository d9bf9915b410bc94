"""The core of the Smart City Assessor: everything but the window."""

__version__ = "0.1.0"
