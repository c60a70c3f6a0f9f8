"""The audit of a corpus: how much of it is damaged, and how."""
