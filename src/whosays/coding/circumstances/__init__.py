"""Where and when, as far as syntax tells: which words may say it, and what stays unsaid because it was told before."""
