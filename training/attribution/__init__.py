"""The attribution tagger: from annotated articles to weights."""
