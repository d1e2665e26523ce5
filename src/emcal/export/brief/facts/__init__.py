"""What a brief says, section by section, chosen by rules and free of any language."""
