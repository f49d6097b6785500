"""The review page of a document: its text on one side, the record as forms on the other."""
