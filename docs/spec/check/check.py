"""Judges the vectors of this specification again, from its text alone. Python's standard library only.

Ed25519 is not in that library: signatures are checked by the Go programs beside.
"""
import base64, hashlib, json, pathlib, re, sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "vectors"
SAFE = 2**53 - 1
counts = [0, 0]


def load(name):
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def H(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def context(name):
    return f"mingbai/{name}/1\n".encode()


def le(data, at, size):
    return int.from_bytes(data[at : at + size], "little")


def check(what, got, wanted):
    counts[0 if got == wanted else 1] += 1
    if got != wanted:
        print(f"FAILED {what}: {got!r}, not {wanted!r}")


def write(value, depth=0):
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


def canonical(data):
    try:
        return write(json.loads(data.decode("utf-8"))).encode() == data
    except (ValueError, RecursionError):
        return False


def lines_root(records):
    nodes = [H(records[i : i + 64]) for i in range(0, len(records), 64)]
    padding = H(bytes(64))
    while len(nodes) & (len(nodes) - 1):
        nodes.append(padding)
    while len(nodes) > 1:
        nodes = [H(nodes[i], nodes[i + 1]) for i in range(0, len(nodes), 2)]
    return nodes[0]


def header_ok(b):
    size = {1: 32, 2: 33, 3: 33}.get(b[5])
    name = b[144:192].rstrip(b"\0")
    return (
        b[:4] == b"MBT1" and b[4] == 1 and size is not None and b[6] <= 15 and b[7] <= 1
        and le(b, 24, 8) <= SAFE and le(b, 32, 8) <= SAFE and not any(b[72 + size : 112])
        and re.fullmatch(rb"[a-z][A-Za-z]*\.[a-z][A-Za-z]*", name) is not None
    )


def envelope(b):
    """(fault, length, start of body)"""
    if len(b) < 226:
        return "TRUNCATED", 0, 0
    if not header_ok(b):
        return "HEADER_MALFORMED", 0, 0
    signature = le(b, 224, 2)
    if not 1 <= signature <= 1024:
        return "SIGNATURE_MALFORMED", 0, 0
    start = -(-(226 + signature) // 64) * 64
    end = start + le(b, 8, 4)
    if len(b) < end:
        return "TRUNCATED", 0, 0
    if any(b[226 + signature : start]):
        return "SIGNATURE_MALFORMED", 0, 0
    body, units = b[start:end], le(b, 12, 4)
    if b[7] == 0:
        if units != 1 or len(body) > 65536:
            return "BODY_MALFORMED", 0, 0
        digest = H(context("command-body"), body)
    else:
        if len(body) % 64 or not 1 <= len(body) // 64 - 1 <= 8192 or units != len(body) // 64 - 1:
            return "BODY_MALFORMED", 0, 0
        digest = H(context("payment-body"), body[:64], units.to_bytes(4, "little"), lines_root(body[64:]))
    return (None if digest == b[192:224] else "BODY_HASH_WRONG"), end, start


def transactions():
    for v in load("transactions"):
        b = bytes.fromhex(v["bytes"])
        fault, _, _ = envelope(b)
        check(v["name"], fault, v.get("fault"))
        if fault is None:
            check(v["name"], H(context("tx"), b[:224]).hex(), v["id"])


def container_ok(b):
    return (
        len(b) == 96 and b[:4] == b"MBB1" and b[4] <= 2 and b[5] == 1
        and le(b, 16, 8) <= SAFE and le(b, 24, 8) <= SAFE and not any(b[40:64])
    )


def containers():
    vectors = load("containers")
    for v in vectors["valid"]:
        header, body = bytes.fromhex(v["header"]), bytes.fromhex(v["body"])
        check("container header", container_ok(header), True)
        if header[4] == 0:
            root = H(context("payment-body"), body[: envelope(body)[2]])
        else:
            root = H(context("gathered-body"), body)
        check("body root", (root.hex(), header[64:]), (v["bodyRoot"], root))
        check("batch id", H(context("batch"), header).hex(), v["batchId"])
    for v in vectors["headers"]:
        check(v["name"], container_ok(bytes.fromhex(v["header"])), v["valid"])


def leaves():
    vectors = load("leaves")
    for v in vectors["leaves"]:
        b = bytes.fromhex(v["bytes"])
        ok = len(b) == 224 and b[:4] == b"MBL1" and b[4] <= 3 and b[5] == 1
        ok = ok and le(b, 8, 8) <= SAFE and le(b, 16, 8) <= SAFE
        check(v["name"], ok, v["valid"])
        if ok:
            check(v["name"], (le(b, 6, 2), le(b, 28, 4)), (v["result"], v["units"]))
    for v in vectors["events"]:
        check("events root", H(context("events"), write(v["events"]).encode()).hex(), v["root"])


def windows():
    base, bits = 1, 0
    for v in load("windows"):
        n = v["sequence"]
        if n < base:
            verdict = "used"
        elif n >= base + 1024:
            verdict = "too far"
        else:
            verdict = "used" if bits >> (n - base) & 1 else "free"
        if verdict == "free":
            bits |= 1 << (n - base)
            while bits & 1:
                base, bits = base + 1, bits >> 1
        spelled = f"{bits:x}"[::-1] if bits else ""
        check(f"sequence {n}", (verdict, base, spelled), (v["verdict"], v["base"], v["used"]))


def bucket(key):
    units, value = key.encode("utf-16-le"), 0x811C9DC5
    for i in range(0, len(units), 2):
        value = (value ^ le(units, i, 2)) * 0x01000193 % 2**32
    return value % 1024


def app_hash():
    vectors = load("app-hash")
    v, n = vectors["appHash"], lambda x: x.to_bytes(8, "little")
    parts = [bytes.fromhex(v[p]) for p in ("logRoot", "effects", "stateRoot", "rosterHash")]
    check("app hash", H(context("app"), n(v["lastHeight"]), n(v["logSize"]), *parts).hex(), v["hash"])
    roster = {name: vectors["roster"][name] for name in ("epoch", "members")}
    check("roster", H(context("roster"), write(roster).encode()).hex(), vectors["roster"]["hash"])
    genesis = bytes.fromhex(vectors["genesis"]["bytes"])
    check("genesis", (canonical(genesis), H(context("chain"), genesis).hex()), (True, vectors["genesis"]["chain"]))
    roots = []
    for table in sorted(vectors["stateRoot"]["tables"], key=lambda t: t["name"]):
        chunks = [b"[]"] * table["chunks"]
        for one in table["buckets"]:
            chunks[one["bucket"]] = bytes.fromhex(one["bytes"])
            for key, _ in json.loads(chunks[one["bucket"]]):
                check(f"bucket of {key}", bucket(key), one["bucket"])
        name = table["name"].encode()
        sizes = [len(name).to_bytes(4, "little"), name, len(chunks).to_bytes(4, "little")]
        roots.append(H(context("state-table"), *sizes, *map(H, chunks)))
    check("state root", H(context("state"), *roots).hex(), vectors["stateRoot"]["root"])


def record(i):
    n = i.to_bytes(4, "little")
    return H(n, b"\0") + H(n, b"\1")


def line_tree():
    vectors = load("line-tree")
    for v in vectors["roots"]:
        check("lines root", lines_root(b"".join(map(record, range(v["count"])))).hex(), v["root"])
    for v in vectors["results"]:
        data = bytes.fromhex(v["results"]) if v["results"] else bytes(v["count"])
        check("results root", lines_root(data + bytes(-len(data) % 64)).hex(), v["root"])
    for v in vectors["paths"]:
        count, index, b = v["count"], v["index"], bytes.fromhex(v["record"])
        ok = 1 <= count <= 8192 and index < count and len(b) == 64 and len(v["path"]) == (count - 1).bit_length()
        node = H(b)
        for level, sibling in enumerate(map(bytes.fromhex, v["path"])):
            node = H(sibling, node) if index >> level & 1 else H(node, sibling)
        check(v["name"], ok and node.hex() == v["root"], v["valid"])


def log_root(leaves):
    if len(leaves) < 2:
        return H(b"\0", leaves[0]) if leaves else H()
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return H(b"\1", log_root(leaves[:k]), log_root(leaves[k:]))


def consistency(m, leaves, whole=True):
    n = len(leaves)
    if m == n:
        return [] if whole else [log_root(leaves)]
    k = 1 << (n - 1).bit_length() - 1
    if m <= k:
        return consistency(m, leaves[:k], whole) + [log_root(leaves[k:])]
    return consistency(m - k, leaves[k:], False) + [log_root(leaves[:k])]


def inclusion(i, leaves):
    if len(leaves) == 1:
        return []
    k = 1 << (len(leaves) - 1).bit_length() - 1
    if i < k:
        return inclusion(i, leaves[:k]) + [log_root(leaves[k:])]
    return inclusion(i - k, leaves[k:]) + [log_root(leaves[:k])]


def text64(data):
    return base64.b64encode(data).decode()


def checkpoint(text):
    """(origin, size, root) where the form is right"""
    body = re.fullmatch(r"([^\n]+)\n(0|[1-9][0-9]*)\n([A-Za-z0-9+/]{43}=)\n\n((?:— \S+ [A-Za-z0-9+/=]+\n)+)", text)
    return None if body is None or "\r" in text else (body[1], int(body[2]), body[3])


def proofs():
    vectors, leaf = load("proofs"), lambda i: H(i.to_bytes(4, "little"))
    for v in vectors["roots"]:
        check("log root", text64(log_root([leaf(i) for i in range(v["size"])])), v["root"])
    for v in vectors["consistency"]:
        path = consistency(v["from"], [leaf(i) for i in range(v["to"])]) if v["from"] else []
        check("consistency", [text64(node) for node in path], v["proof"])
    for v in vectors["inclusion"]:
        head, note = v["proof"].split("\n\n", 1)
        _, size, root = checkpoint(note)
        all_leaves = [leaf(i) for i in range(size)]
        lines = [line for line in head.split("\n")[1:] if not line.startswith("extra ")]
        want = [f"index {v['index']}"] + [text64(node) for node in inclusion(v["index"], all_leaves)]
        check("inclusion", (lines, text64(log_root(all_leaves))), (want, root))


def checkpoints():
    vectors = load("checkpoints")
    for v in vectors["valid"]:
        found = checkpoint(v["note"])
        check(v["name"], found and found[1], v["size"])
    for v in vectors["invalid"]:
        if v["name"] in ("a leading zero", "an extension line", "no signature", "a carriage return", "no last newline"):
            check(v["name"], checkpoint(v["note"]), None)


for v in load("canonical-json"):
    check(v["bytes"], canonical(bytes.fromhex(v["bytes"])), v["valid"])
for section in (transactions, containers, leaves, windows, app_hash, line_tree, proofs, checkpoints):
    section()
print(f"{counts[0]} passed, {counts[1]} failed")
sys.exit(1 if counts[1] else 0)
