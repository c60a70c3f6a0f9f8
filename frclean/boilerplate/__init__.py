"""Text that is not the article."""
