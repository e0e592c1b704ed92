"""Sentences, and the parse of those that may say something. Only this package loads a language model."""

from onrecord.nlp.parser import Parser
from onrecord.nlp.sentence import Sentence
from onrecord.nlp.sentences import split_sentences

__all__ = ["Parser", "Sentence", "split_sentences"]
