"""canonical-json.md"""
import json, re
from common import SAFE, check, load


def write(value, depth=0):
    """The one text of a value; ValueError for what has none."""
    if depth > 16:
        raise ValueError("too deep")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if abs(value) > SAFE:
            raise ValueError("too large")
        return str(value)
    if isinstance(value, str):
        value.encode("utf-8")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(write(item, depth + 1) for item in value) + "]"
    if isinstance(value, dict):
        if not all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,63}", name) for name in value):
            raise ValueError("name")
        return "{" + ",".join(f'"{name}":' + write(value[name], depth + 1) for name in sorted(value)) + "}"
    raise ValueError("no canonical form")


def is_canonical(data):
    try:
        return write(json.loads(data.decode("utf-8"))).encode() == data
    except (ValueError, RecursionError):
        return False


def judge():
    for v in load("canonical-json"):
        check(v["bytes"], is_canonical(bytes.fromhex(v["bytes"])), v["valid"])
