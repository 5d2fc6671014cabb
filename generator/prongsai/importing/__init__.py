"""Officers' own tables (Word, Excel, PDF, text of a scan) drafted into sources, with what is doubtful."""
