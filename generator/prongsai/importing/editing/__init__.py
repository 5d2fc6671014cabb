"""A workbook of ``export sheet`` taken back: what was changed in it, and into which sources that goes."""
