"""What a text mentions, each finder by itself: dates, quantities, names, and who said what."""
