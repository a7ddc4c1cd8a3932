"""aac-evaluate speed: from the last tap to the sentence, beside bare loops of the same weights."""
