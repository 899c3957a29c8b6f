"""availability.md, and the block rule of container.md"""
from common import H, check, context, le, load, u32
from curves import ed25519
from ledger import container_ok

UNITS, BODIES, INLINE, AHEAD, BEFORE = 131072, 32 << 20, 64 << 10, 4096, 256


def is_quorum(powers, members):
    return 3 * sum(powers[one] for one in set(members) if one < len(powers)) > 2 * sum(powers)


def faulty_max(powers):
    held, rising = 0, sorted(powers, reverse=True)
    for count, power in enumerate(rising):
        held += power
        if 3 * held >= sum(powers):
            return count
    return len(powers)


def find_item(b):
    """{header, batch, signature, body} or {…, epoch, acks: {member: signature}}, None where it is malformed"""
    if not container_ok(b[:96]) or len(b) <= 160:
        return None
    behind, item = b[160:], {"header": b[:96], "batch": H(context("batch"), b[:96]), "signature": b[96:160]}
    if b[4] == 2:
        fits = len(behind) == le(b, 32, 4) and H(context("gathered-body"), behind) == b[64:96]
        return item | {"body": behind} if fits else None
    if len(behind) < 8:
        return None
    signers = [n for n in range(32) if le(behind, 4, 4) >> n & 1]
    if not signers or len(behind) != 8 + 64 * len(signers):
        return None
    acks = {n: behind[8 + 64 * at : 72 + 64 * at] for at, n in enumerate(signers)}
    return item | {"epoch": le(behind, 0, 4), "acks": acks}


def stored(chain, epoch, batch):
    return context("stored") + H(chain) + u32(epoch) + batch


def member_signed(roster, number, message, signature):
    return number < len(roster["members"]) and ed25519(bytes.fromhex(roster["members"][number]["ackKey"]), message, signature)


def rosters_allowed(rosters, height):
    now = max((one for one in rosters if one["fromHeight"] <= height), key=lambda one: one["epoch"])
    return [now] + [one for one in rosters if one["epoch"] == now["epoch"] - 1 and height < now["fromHeight"] + BEFORE]


def item_fault(item, height, allowed, ordered, chain):
    header, expiry = item["header"], le(item["header"], 24, 8)
    if header[8:16] != chain[:8]:
        return "CHAIN_WRONG"
    if expiry < height:
        return "EXPIRED"
    if expiry > height + AHEAD:
        return "EXPIRY_TOO_FAR"
    if "epoch" in item and item["epoch"] not in [one["epoch"] for one in allowed]:
        return "EPOCH_WRONG"
    if all(le(header, 6, 2) >= len(one["members"]) for one in allowed):
        return "ORIGIN_UNKNOWN"
    return "ALREADY_ORDERED" if item["batch"] in ordered else None


def sum_fault(items):
    """What is wrong with the last of these after those before it"""
    last, before = items[-1], items[:-1]
    if last["batch"] in [one["batch"] for one in before]:
        return "TWICE_IN_BLOCK"
    same = [one for one in before if one["header"][6:8] == last["header"][6:8]]
    if same and le(last["header"], 16, 8) < le(same[-1]["header"], 16, 8):
        return "SEQUENCE_DESCENDING"
    if sum(le(one["header"], 36, 4) for one in items) > UNITS:
        return "UNITS_OVER"
    if sum(le(one["header"], 32, 4) for one in items) > BODIES:
        return "BODIES_OVER"
    return "INLINE_OVER" if sum(len(one.get("body", b"")) for one in items) > INLINE else None


def signature_fault(item, allowed, chain):
    origin, message = le(item["header"], 6, 2), context("origin") + item["batch"]
    if not any(member_signed(one, origin, message, item["signature"]) for one in allowed):
        return "ORIGIN_SIGNATURE_WRONG"
    if "epoch" not in item:
        return None
    roster, signers = next(one for one in allowed if one["epoch"] == item["epoch"]), sorted(item["acks"])
    powers = [one["power"] for one in roster["members"]]
    shortest = is_quorum(powers, signers) and not is_quorum(powers, signers[:-1]) and signers[-1] < len(powers)
    message = stored(chain, item["epoch"], item["batch"])
    valid = shortest and all(member_signed(roster, n, message, ack) for n, ack in item["acks"].items())
    return None if valid else "CERTIFICATE_WRONG"


def judge_proposal(items, height, rosters, ordered, chain):
    allowed, read = rosters_allowed(rosters, height), []
    for index, data in enumerate(items):
        item = find_item(data)
        if item is None:
            return "ITEM_MALFORMED", index
        read.append(item)
        fault = item_fault(item, height, allowed, ordered, chain) or sum_fault(read)
        if fault:
            return fault, index
    for index, item in enumerate(read):
        fault = signature_fault(item, allowed, chain)
        if fault:
            return fault, index
    return None, None


def judge():
    vectors = load("availability")
    for v in vectors["quorums"]:
        check("quorum", (is_quorum(v["powers"], v["members"]), faulty_max(v["powers"])), (v["isQuorum"], v["faultyMax"]))
    v = vectors["stored"]
    chain = bytes.fromhex(v["chain"])
    check("stored ack", stored(chain, v["epoch"], bytes.fromhex(v["batchId"])).hex(), v["message"])
    v = vectors["promise"]
    fields = u32(v["epoch"]) + v["node"].to_bytes(2, "little") + v["byHeight"].to_bytes(8, "little") + bytes.fromhex(v["id"])
    message, given = context("promise") + H(chain) + fields, bytes.fromhex(v["bytes"])
    check("promise", (message.hex(), given[:46]), (v["message"], fields))
    roster = next(one for one in vectors["rosters"] if one["epoch"] == v["epoch"])
    check("promise signed", (len(given), member_signed(roster, v["node"], message, given[46:])), (110, True))
    v = vectors["void"]
    check("void", (context("void") + H(chain) + u32(v["epoch"]) + bytes.fromhex(v["batchId"])).hex(), v["message"])
    ordered = {bytes.fromhex(one) for one in vectors["ordered"]}
    for v in vectors["proposals"]:
        items = [bytes.fromhex(one) for one in v["items"]]
        check(v["name"], judge_proposal(items, v["height"], vectors["rosters"], ordered, chain), (v["fault"], v.get("index")))
