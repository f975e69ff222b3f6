"""The calendar: what time expressions mean, by their kinds."""
