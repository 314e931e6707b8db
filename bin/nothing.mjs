// Stands in for a package that is asked for but must not be loaded.
