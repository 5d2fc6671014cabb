"""A framework pack drafted from the official table of a year: its items, what each must show, its topics."""
