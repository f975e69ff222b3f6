"""The types that flow from step to step, and the record that they become. Depends on nothing."""
