"""wpextract: audited, typed, traceable numbers from white-paper PDFs."""
