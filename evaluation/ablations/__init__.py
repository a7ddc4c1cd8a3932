"""What each part of the model's making is worth: one thing changed at a time, all else alike."""
