"""What editors decided, kept for all who use a server: in SQLite, or in PostgreSQL."""
