"""What every part needs: vectors, hashes, integers, and a count of what agreed."""
import hashlib, json, pathlib, sys

FOLDER = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent / "vectors"
SAFE = 2**53 - 1
counts = {"passed": 0, "failed": 0}
loaded = set()


def load(name):
    loaded.add(name)
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def check(what, got, wanted):
    counts["passed" if got == wanted else "failed"] += 1
    if got != wanted:
        print(f"FAILED {what}: {got!r}, not {wanted!r}")


def H(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def context(name):
    return f"mingbai/{name}/1\n".encode()


def le(data, at, size):
    return int.from_bytes(data[at : at + size], "little")


def u32(n):
    return n.to_bytes(4, "little")


def u64(n):
    return n.to_bytes(8, "little")
