"""Views: answers as tables for the terminal, as JSON, and as one HTML page. Pure functions; they know no database."""
