"""The workbook: a timeline that analysts open and correct, and the way back from what they changed."""
