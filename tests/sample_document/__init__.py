"""The sample white paper of `raw/`: its figures (`content`), and the script that draws it (`build`)."""
