"""Items that show their data: executives, the structure, and tables with charts."""
