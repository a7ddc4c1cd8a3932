"""Which word of a sentence says which gloss, and what that means for its faithfulness."""
