"""What editors see and say of translations, and what translators send back."""
