"""aac-evaluate rate: people judge sentences without knowing who made them."""
