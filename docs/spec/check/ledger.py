"""transaction.md, container.md, leaf.md, state.md, session.md"""
import json, re, struct
from canonical import is_canonical, write
from common import SAFE, H, check, context, le, load, u32, u64
from curves import ed25519
from trees import leaf_hash, lines_root, log_root, results_root

ZEROS = bytes(32)


def header_ok(b):
    size = {1: 32, 2: 33, 3: 33}.get(b[5])
    name = b[144:192].rstrip(b"\0")
    return (
        b[:4] == b"MBT1" and b[4] == 1 and size is not None and b[6] <= 15 and b[7] <= 1
        and le(b, 24, 8) <= SAFE and le(b, 32, 8) <= SAFE and not any(b[72 + size : 112])
        and re.fullmatch(rb"[a-z][A-Za-z]*\.[a-z][A-Za-z]*", name) is not None
    )


def read_envelope(b):
    """(fault, start of the body, end)"""
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
    return None, start, end


def body_fault(header, body):
    units, lines = le(header, 12, 4), len(body) // 64 - 1
    if header[7] == 0:
        if units != 1 or len(body) > 65536:
            return "BODY_MALFORMED"
        digest = H(context("command-body"), body)
    else:
        if len(body) % 64 or not 1 <= lines <= 8192 or units != lines:
            return "BODY_MALFORMED"
        digest = H(context("payment-body"), body[:64], u32(lines), lines_root(body[64:]))
    return None if digest == header[192:224] else "BODY_HASH_WRONG"


def transactions():
    for v in load("transactions"):
        b = bytes.fromhex(v["bytes"])
        fault, start, end = read_envelope(b)
        fault = fault or body_fault(b[:224], b[start:end])
        check(v["name"], fault, v.get("fault"))
        if fault is None:
            check(v["name"], (H(context("tx"), b[:224]).hex(), b[192:224].hex()), (v["id"], v["bodyHash"]))


def container_ok(b):
    return (
        len(b) == 96 and b[:4] == b"MBB1" and b[4] <= 2 and b[5] == 1
        and le(b, 16, 8) <= SAFE and le(b, 24, 8) <= SAFE and not any(b[40:64])
    )


def is_body(kind, body):
    count = 0
    while body:
        fault, _, end = read_envelope(body)
        if fault:
            return False
        body, count = body[end:], count + 1
    return count == 1 or (count > 1 and kind != 0)


def body_root(kind, body):
    return H(context("payments-container"), body[: read_envelope(body)[1]]) if kind == 0 else H(context("gathered-body"), body)


def containers():
    vectors = load("containers")
    for v in vectors["valid"]:
        header, body = bytes.fromhex(v["header"]), bytes.fromhex(v["body"])
        check("container", (container_ok(header), is_body(header[4], body)), (True, True))
        check("length", le(header, 32, 4), len(body))
        root = body_root(header[4], body)
        check("body root", (root.hex(), header[64:]), (v["bodyRoot"], root))
        check("batch id", H(context("batch"), header).hex(), v["batchId"])
    for v in vectors["headers"]:
        check(v["name"], container_ok(bytes.fromhex(v["header"])), v["valid"])
    for v in vectors["bodies"]:
        check(v["name"], is_body(v["kind"], bytes.fromhex(v["body"])), v["valid"])
    for v in vectors["checks"]:
        check(v["name"], check_container(bytes.fromhex(v["header"]), bytes.fromhex(v["body"])), v["fault"])


def check_container(header, body):
    """container.md, "Check": the fault, None where it passes"""
    kind, envelopes = header[4], []
    if len(body) != le(header, 32, 4) or (kind == 0 and not is_body(0, body)) or body_root(kind, body) != header[64:]:
        return "BODY_NOT_NAMED" if any(body) else "BODY_LOST"
    if not is_body(kind, body):
        return "ENVELOPES_MALFORMED"
    rest = body
    while rest:
        _, at, end = read_envelope(rest)
        envelopes, rest = envelopes + [(rest[:224], rest[226 : 226 + le(rest, 224, 2)], rest[at:end])], rest[end:]
    if sum(le(one, 12, 4) for one, _, _ in envelopes) != le(header, 36, 4):
        return "UNITS_WRONG"
    for one, signature, content in envelopes:
        fault = body_fault(one, content)
        if fault:
            other = kind == 0 and fault == "BODY_HASH_WRONG"
            return "BODY_NOT_NAMED" if other else "MALFORMED" if fault == "BODY_MALFORMED" else fault
        if not ed25519(one[72:104], context("tx") + one, signature):
            return "SIGNATURE_WRONG"
    return None


def leaf_ok(b):
    return len(b) == 224 and b[:4] == b"MBL1" and b[4] <= 3 and b[5] == 1 and le(b, 8, 8) <= SAFE and le(b, 16, 8) <= SAFE


def events_root(events):
    return H(context("events"), write(events).encode())


def leaves():
    vectors = load("leaves")
    for v in vectors["leaves"]:
        b = bytes.fromhex(v["bytes"])
        check(v["name"], leaf_ok(b), v["valid"])
        if v["valid"]:
            check(v["name"], (le(b, 6, 2), le(b, 28, 4)), (v["result"], v["units"]))
    for v in vectors["events"]:
        check("events root", events_root(v["events"]).hex(), v["root"])


def windows():
    base, bits = 1, 0
    for v in load("windows"):
        n = v["sequence"]
        verdict = "used" if n < base else "too far" if n >= base + 1024 else "used" if bits >> (n - base) & 1 else "free"
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


def state_root(tables):
    roots = []
    for table in sorted(tables, key=lambda t: t["name"]):
        chunks = [b"[]"] * table["chunks"]
        for one in table["buckets"]:
            chunks[one["bucket"]] = bytes.fromhex(one["bytes"])
            rows = json.loads(chunks[one["bucket"]])
            keys = [key for key, _ in rows]
            check(f"keys of {table['name']}", [bucket(key) for key in keys], [one["bucket"]] * len(keys))
            check(f"order in {table['name']}", keys, sorted(keys, key=lambda k: k.encode("utf-16-be")))
        name = table["name"].encode()
        roots.append(H(context("state-table"), u32(len(name)), name, u32(len(chunks)), *map(H, chunks)))
    return H(context("state"), *roots)


def app_hash(height, size, log, effects, state, roster):
    return H(context("app"), u64(height), u64(size), log, effects, state, roster)


def roster_hash(roster):
    return H(context("roster"), write({name: roster[name] for name in ("epoch", "members")}).encode())


VOID = {"faulty": "VOID_CONTAINER", "lost": "BODY_LOST"}
NUMBERS = {
    None: 0, "SEQUENCE_USED": 1, "DUPLICATE_CONTAINER": 12, "VOID_CONTAINER": 13, "BODY_LOST": 14, "NOTE_MISSING": 60001, "HEAD_REFUSED": 60002,
}


def leaf_head(block, index, one, kind, units):
    return b"MBL1" + bytes([kind, 1]) + struct.pack("<HQQII", NUMBERS[one["refusal"]], block["height"], block["timeMs"], index, units)


def transaction_leaf(block, index, one, chain, roster):
    """A leaf as leaf.md builds it from what went in"""
    container, sent = one["place"]
    source = block["containers"][container]
    envelope, refused = bytes.fromhex(source["envelopes"][sent]), one["refusal"] is not None
    header, body = envelope[:224], envelope[224:]
    check("chain", header[40:72], chain)
    check("body", body_fault(header, body), None)
    kind, units = header[7], le(header, 12, 4)
    results = bytes.fromhex(one["results"]) if one["results"] else bytes(units)
    lines = lines_root(body[64:]) if kind else ZEROS
    proved = results_root(results) if kind and not refused else ZEROS
    batch = H(context("batch"), bytes.fromhex(source["header"]))
    return leaf_head(block, index, one, kind, units) + H(context("tx"), header) + batch + lines + proved + events_root(one["events"]) + roster


def container_leaf(block, index, one, batch, roster):
    return leaf_head(block, index, one, 3, 1) + batch + batch + ZEROS * 2 + events_root([]) + roster


def deadline_leaf(block, index, one, roster):
    return leaf_head(block, index, one, 2, 1) + H(context("deadline"), u64(block["height"])) + ZEROS * 3 + events_root(one["events"]) + roster


def expected_leaves(block, chain, roster, ordered, used):
    """The leaves in order, as the containers say; `ordered`: batch ids by origin and number; `used`: identities by number, key and lane"""
    told, found = iter(block["leaves"]), []
    first = block["leaves"][0] if block["leaves"] else None
    if first and first["place"] is None and first["refusal"] is None:
        found.append(deadline_leaf(block, 0, next(told), roster))
    for place, container in enumerate(block["containers"]):
        header = bytes.fromhex(container["header"])
        check("container", container_ok(header), True)
        batch, before = H(context("batch"), header), ordered.setdefault(header[6:8] + header[16:24], [])
        if batch in before:
            continue
        before.append(batch)
        if len(before) > 1 or container["void"]:
            one = next(told)
            check("refusal", one["refusal"], "DUPLICATE_CONTAINER" if len(before) > 1 else VOID[container["void"]])
            found.append(container_leaf(block, len(found), one, batch, roster))
            continue
        for sent, envelope in enumerate(bytes.fromhex(text) for text in container["envelopes"]):
            number, identity = envelope[16:32] + envelope[6:7], H(context("tx"), envelope[:224])
            if envelope[40:72] != chain or le(envelope, 24, 8) > 1024 or identity in used.get(number, []):
                continue
            one = next(told)
            check("place", one["place"], [place, sent])
            check("number used", one["refusal"] == "SEQUENCE_USED", number in used)
            used.setdefault(number, []).append(identity)
            found.append(transaction_leaf(block, len(found), one, chain, roster))
    return found


def blocks(vectors, chain, state):
    roster = roster_hash(json.loads(bytes.fromhex(vectors["genesis"]["bytes"]))["roster"])
    effects, log, effective, ordered, used = H(context("effects"), chain), [], 0, {}, {}
    for block in vectors["blocks"]:
        leaves = expected_leaves(block, chain, roster, ordered, used)
        check("leaves", [leaf.hex() for leaf in leaves], [one["leaf"] for one in block["leaves"]])
        for leaf, one in zip(leaves, block["leaves"]):
            effects = H(context("effects"), effects, leaf, struct.pack(f"<{len(one['numbers'])}d", *one["numbers"]))
            log.append(leaf_hash(leaf))
            effective = block["height"]
        check("log", (len(log), log_root(log).hex()), (block["logSize"], block["logRoot"]))
        check("effects", effects.hex(), block["effects"])
        check("app hash", app_hash(effective, len(log), log_root(log), effects, state, roster).hex(), block["appHash"])


def state():
    vectors = load("app-hash")
    v = vectors["appHash"]
    parts = [bytes.fromhex(v[p]) for p in ("logRoot", "effects", "stateRoot", "rosterHash")]
    check("app hash", app_hash(v["lastHeight"], v["logSize"], *parts).hex(), v["hash"])
    check("roster", roster_hash(vectors["roster"]).hex(), vectors["roster"]["hash"])
    genesis = bytes.fromhex(vectors["genesis"]["bytes"])
    chain = H(context("chain"), genesis)
    check("genesis", (is_canonical(genesis), chain.hex()), (True, vectors["genesis"]["chain"]))
    root = state_root(vectors["stateRoot"]["tables"])
    check("state root", root.hex(), vectors["stateRoot"]["root"])
    blocks(vectors, chain, root)


def sessions():
    for v in load("sessions"):
        chain, challenge = bytes.fromhex(v["chain"]), bytes.fromhex(v["challenge"])
        origin = v["origin"].encode()
        length = len(origin).to_bytes(2, "little")
        message = context("session") + chain + u64(int(v["keyId"], 16)) + challenge + length + origin
        check("session " + v["origin"], (message.hex(), H(message).hex()), (v["message"], v["id"]))


def judge():
    for section in (transactions, containers, leaves, windows, state, sessions):
        section()
