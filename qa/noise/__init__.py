"""What causes findings, and which of them people dismiss."""
