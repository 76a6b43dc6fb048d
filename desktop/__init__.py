"""The windows of Parley; all data comes through db."""
