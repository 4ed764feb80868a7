"""The page that editors work in, and the HTTP API behind it: ``qa serve``."""
