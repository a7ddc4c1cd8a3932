"""A grammar of everyday messages: patterns with slots, filled with words that agree."""
