"""What each unit owes and by when: one sheet of paper for each, and a table of all."""
