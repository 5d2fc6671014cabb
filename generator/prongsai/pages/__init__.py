"""Pages for people: the site model rendered to HTML fragments, one for each address of the site."""
