"""What the heads tell apart. The order is that of the weights: a change asks for training anew."""

ATTRIBUTION = ("source", "cue", "content")
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
NONE = "none"
KINDS = (*TYPES, NONE)
STATUSES = ("occurred", "ongoing", "planned", "possible", "denied", "background")
POLICE = ("police-kills", "police-arrests", "police-stands-by", "police-uses-force")
# What each word piece can be: part of an attribution, the trigger of a type, the trigger of an act of police.
TOKEN_LABELS = (*ATTRIBUTION, *TYPES, *POLICE)
