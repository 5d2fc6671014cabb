"""The pages' own texts in Thai and English: headings, labels and plain sentences."""
