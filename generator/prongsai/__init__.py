"""Prongsai turns a Thai municipality's transparency disclosures into a static site."""

__version__ = "0.1.0"
