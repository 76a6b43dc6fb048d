"""Speech in the texts of sources: what seems to be a quote, who said it, and how it is stored."""
