"""What one document says of the world before anyone is resolved: known names, where it is set, whose word it is."""
