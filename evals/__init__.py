"""Measures OnRecord against gold data: ``python -m evals`` prints every figure that the README claims."""

import os

# One thread for all, set before numpy is loaded: what is compared is work, not cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
