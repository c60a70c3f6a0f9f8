"""Text that was damaged, made whole; its meaning is untouched."""
