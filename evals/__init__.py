"""Measures OnRecord against gold data: ``python -m evals`` prints every figure that the README claims."""
