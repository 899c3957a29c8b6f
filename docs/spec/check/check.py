"""Judges every vector of this specification again, from its text alone: Python's standard library, nothing of ours.

python3 check.py [FOLDER] prints "N passed, N failed"; what differs stands above it.
"""
import sys

sys.dont_write_bytecode = True
import availability, canonical, contents, ledger, light_blocks, notes, passkeys, records, rosters, trees
from common import FOLDER, check, counts, loaded

for part in (canonical, contents, ledger, availability, records, trees, notes, rosters, light_blocks, passkeys):
    part.judge()
check("vectors read", sorted(loaded), sorted(path.stem for path in FOLDER.glob("*.json")))
print(f"{counts['passed']} passed, {counts['failed']} failed")
sys.exit(1 if counts["failed"] else 0)
