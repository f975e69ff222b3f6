"""Where: the place that a mention means in its document."""
