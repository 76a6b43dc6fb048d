"""Forms: the fields of a record, what is typed in them, and how it is stored."""
