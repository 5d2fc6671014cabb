"""Evidence visited and judged: what stands at an address today, and what that means."""
