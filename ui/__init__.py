"""The window: views that only show, presenters that ask the services, and what both need."""
