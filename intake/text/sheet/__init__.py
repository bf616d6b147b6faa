"""What stands round a text on its sheet: letterhead, number, date, headline, marks of its end."""
