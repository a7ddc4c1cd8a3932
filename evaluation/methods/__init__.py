"""aac-evaluate methods: ways of fine-tuning one base on the same pairs, side by side."""
