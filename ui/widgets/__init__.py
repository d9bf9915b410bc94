"""Parts of screens that know no service: records in, signals out."""
