"""Officers' own tables (Word, Excel, PDF, text of a scan) read into drafted sources, with what is doubtful."""
