"""The pages of the window as rich text, from templates of our own into which every value is escaped."""
