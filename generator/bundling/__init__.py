"""The program packed for an office without internet: what it is made of, the wheels it runs on, one zip."""
