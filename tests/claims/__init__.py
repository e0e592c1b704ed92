"""Tests of the rules that make claims."""
