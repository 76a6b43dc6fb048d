"""What a person can do, as functions with keyword arguments."""
