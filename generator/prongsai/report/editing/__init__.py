"""The workbook in which an officer edits all items of a year, and the meaning of its cells."""
