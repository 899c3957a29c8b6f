"""contents.md"""
from canonical import is_canonical
from common import H, check, context, load


def judge():
    vectors = load("contents")
    for v in vectors["commitments"]:
        content = v["content"].encode()
        found = H(context("commitment"), bytes.fromhex(v["salt"]), content).hex() if is_canonical(content) else None
        check(v["content"], found, v["commitment"])
    for v in vectors["files"]:
        digest = H(bytes.fromhex(v["bytes"]))
        check(v["bytes"], H(context("file"), bytes.fromhex(v["salt"]), digest).hex(), v["file"])
