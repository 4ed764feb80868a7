"""What can be asked of a server, one file a thing."""
