"""log.md, section 10: light blocks"""
import base64, hashlib, re, calendar
from common import H, check, context, load
from curves import ed25519
from rosters import two_thirds
from trees import leaf_hash, log_root


def varint(value):
    out = b""
    while value >= 128:
        out, value = out + bytes([value % 128 + 128]), value // 128
    return out + bytes([value])


def number(field, value):
    return varint(field * 8) + varint(value) if value else b""


def fixed(field, value):
    return varint(field * 8 + 1) + value.to_bytes(8, "little") if value else b""


def message(field, value):
    return varint(field * 8 + 2) + varint(len(value)) + value


def data(field, value):
    return message(field, value) if value else b""


def time_of(text):
    """google.protobuf.Timestamp, None where the text is no time"""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z", text)
    if not found:
        return None
    seconds = calendar.timegm(tuple(map(int, found.groups()[:6])))
    return number(1, seconds) + number(2, int((found[7] or "").ljust(9, "0")))


def parts_of(block_id):
    return message(2, number(1, block_id["parts"]["total"]) + data(2, bytes.fromhex(block_id["parts"]["hash"])))


def header_hash(header):
    last, version = header["last_block_id"], header["version"]
    names = ("last_commit_hash data_hash validators_hash next_validators_hash consensus_hash app_hash last_results_hash "
             "evidence_hash proposer_address").split()
    fields = [number(1, int(version["block"])) + number(2, int(version.get("app", 0))), data(1, header["chain_id"].encode()),
              number(1, int(header["height"])), time_of(header["time"]), data(1, bytes.fromhex(last["hash"])) + parts_of(last)]
    return log_root([leaf_hash(one) for one in fields + [data(1, bytes.fromhex(header[name])) for name in names]])


def vote_bytes(commit, timestamp, chain_id):
    block = data(1, bytes.fromhex(commit["block_id"]["hash"])) + parts_of(commit["block_id"])
    body = (number(1, 2) + fixed(2, int(commit["height"])) + fixed(3, commit["round"]) + message(4, block)
            + message(5, time_of(timestamp)) + data(6, chain_id.encode()))
    return varint(len(body)) + body


def fault_of(block, roster):
    header, commit = block["signedHeader"]["header"], block["signedHeader"]["commit"]
    if time_of(header["time"]) is None:
        return "LIGHT_MALFORMED"
    if header["height"] != commit["height"] or header_hash(header).hex().upper() != commit["block_id"]["hash"]:
        return "LIGHT_HEADER_CHANGED"
    keys = {hashlib.sha256(bytes.fromhex(one["consensusKey"])).hexdigest()[:40].upper(): one["consensusKey"]
            for one in roster["members"]}
    voted = set()
    for one in commit["signatures"]:
        key = keys.get(one["validator_address"])
        if one["block_id_flag"] != 2 or not key:
            continue
        if not ed25519(bytes.fromhex(key), vote_bytes(commit, one["timestamp"], header["chain_id"]), base64.b64decode(one["signature"])):
            return "LIGHT_SIGNATURE_WRONG"
        voted.add(key)
    if not two_thirds(roster["members"], lambda one: one["consensusKey"] in voted):
        return "LIGHT_TOO_FEW_VOTES"
    numbers = b"".join(block[name].to_bytes(8, "little") for name in ("lastHeight", "logSize"))
    hashes = b"".join(bytes.fromhex(block[name]) for name in ("logRoot", "effects", "stateRoot", "rosterHash"))
    return None if H(context("app"), numbers, hashes).hex().upper() == header["app_hash"] else "LIGHT_OTHER_LOG"


def judge():
    vectors = load("light-blocks")
    for v in vectors["blocks"]:
        check(v["name"], fault_of(v["block"], vectors["roster"]), v.get("fault"))
