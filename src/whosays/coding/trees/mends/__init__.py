"""What is mended in a tree, a file a kind of mistake; in which order stands in `whosays.coding.trees.mended`."""
