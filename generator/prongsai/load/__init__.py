"""Sources and frameworks read into the site model; every problem is collected with its place."""
