"""How the weights that the package carries were made. Nothing in here is needed to run OnRecord."""
