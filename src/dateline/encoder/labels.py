"""What the heads tell apart. The order is that of the weights: a change asks for training anew."""

ATTRIBUTION = ("source", "cue", "content")
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
NONE = "none"
KINDS = (*TYPES, NONE)
STATUSES = ("occurred", "ongoing", "planned", "possible", "denied", "background")
# What each word piece can be: part of an attribution, the trigger of a type.
TOKEN_LABELS = (*ATTRIBUTION, *TYPES)
