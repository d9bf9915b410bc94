"""The least that each task can take: bare scripts without anything of the product."""
