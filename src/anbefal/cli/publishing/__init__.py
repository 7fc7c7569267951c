"""Making a site: what is in each file, by one process or several, and the folder it goes into."""
