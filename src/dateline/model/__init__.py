"""The typed, frozen records that cross the borders between stages. Standard library only."""
