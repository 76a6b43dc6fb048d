"""References that other programs keep (RIS, BibTeX, CSL-JSON), brought in as sources.

We read the formats ourselves: of the packages for them, the one for RIS drops a reference without an end, and every
second title, without a word; those for BibTeX do not join values by `#`, swallow a field after a missing comma, and
drop what they cannot decode. Here nothing is lost silently: what has no place of its own goes into the remark.
"""

from __future__ import annotations

from db.bibliography.files import read_file
from db.bibliography.plan import Planned, bring_in, plan
from db.bibliography.reference import Reference

__all__ = ["Planned", "Reference", "bring_in", "plan", "read_file"]
