"""The parts of an iCalendar file (RFC 5545): days, words, one event, the calendar around them."""
