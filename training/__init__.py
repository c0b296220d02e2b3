"""Trains the model that ships in the package: needs the `train` extra (torch); never needed to run or to test."""
