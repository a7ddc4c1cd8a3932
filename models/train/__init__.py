"""aac-train: from sentences to pairs, from a base model and pairs to the model that ships."""
