"""Tables beside an item whose columns are known by the item's topic: what they hold, and reading them."""
