"""Who the program is: its name, its version and its identifier on the desktop."""

NAME = "Parley"
VERSION = "0.1.0"
APP_ID = "org.parley.Parley"
