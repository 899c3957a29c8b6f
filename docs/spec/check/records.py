"""storage.md, block record"""
import base64, json
from common import H, check, context, le, load
from ledger import NUMBERS, app_hash, body_root, container_ok, events_root, is_body, leaf_ok, read_envelope
from trees import leaf_hash, lines_root, log_root, results_root

HASHES = ("appHash", "logRoot", "effects", "stateRoot")


def read_record(data):
    """(the JSON, the bodies that stand behind it in the order of their containers)"""
    end = 4 + le(data, 0, 4)
    record, bodies = json.loads(data[4:end].decode("utf-8")), []
    for one in record["containers"]:
        size = one.get("inlineBytes")
        bodies.append(None if size is None else data[end : end + size])
        end += size or 0
    check("length of the record", end, len(data))
    return record, bodies


def envelopes_of(body):
    found = []
    while body:
        end = read_envelope(body)[2]
        found.append(body[:end])
        body = body[end:]
    return found


def containers(record, inline, wanted):
    """The envelopes of every container, after what a container says was compared."""
    found = []
    for one, body, want in zip(record["containers"], inline, wanted, strict=True):
        header = base64.b64decode(one["header"])
        check("container header", container_ok(header), True)
        check("signature of the origin", len(base64.b64decode(one["signature"])), 64)
        check("batch id", H(context("batch"), header).hex(), want["batchId"])
        check("where the body lies", (one.get("bodyNumber"), body is None), (want["bodyNumber"], want["bodyNumber"] is not None))
        body = bytes.fromhex(want["body"]) if body is None else body
        check("body", (body.hex(), is_body(header[4], body)), (want["body"], True))
        check("body root", (body_root(header[4], body), le(header, 32, 4)), (header[64:], len(body)))
        found.append((H(context("batch"), header), envelopes_of(body)))
    return found


def outcome(record, index, one, found):
    leaf = base64.b64decode(one["leaf"])
    check("leaf", leaf_ok(leaf), True)
    place = (le(leaf, 8, 8), le(leaf, 16, 8), le(leaf, 24, 4))
    check("place of the leaf", place, (record["height"], record["timeMs"], index))
    check("events", events_root(one["events"]), leaf[160:192])
    check("refusal", NUMBERS[one["refusal"]["refused"] if "refusal" in one else None], le(leaf, 6, 2))
    if "place" not in one:
        check("a deadline", (leaf[4], leaf[64:96]), (2, bytes(32)))
        return
    batch, envelopes = found[one["place"][0]]
    envelope = envelopes[one["place"][1]]
    check("transaction", (H(context("tx"), envelope[:224]), batch), (leaf[32:64], leaf[64:96]))
    if leaf[4] == 1:
        results = bytearray(le(leaf, 28, 4))
        for line, code in one["refusedLines"]:
            results[line] = code
        body = envelope[read_envelope(envelope)[1] :]
        check("lines", (lines_root(body[64:]), results_root(bytes(results))), (leaf[96:128], leaf[128:160]))


def judge():
    log = []
    for v in load("block-records"):
        record, inline = read_record(bytes.fromhex(v["bytes"]))
        check("height and time", (record["height"], record["timeMs"]), (v["height"], v["timeMs"]))
        found = containers(record, inline, v["bodies"])
        for index, one in enumerate(record["outcomes"]):
            outcome(record, index, one, found)
            log.append(leaf_hash(base64.b64decode(one["leaf"])))
        app, root, effects, state = (base64.b64decode(record[name]) for name in HASHES)
        check("log", (len(log), log_root(log)), (record["logSize"], root))
        check("sealed root", len(base64.b64decode(record.get("sealedRoot", ""))), 32 if v["height"] == 1024 else 0)
        again = app_hash(record["height"], len(log), root, effects, state, bytes.fromhex(v["rosterHash"]))
        check("app hash", (app.hex(), again.hex()), (v["appHash"], v["appHash"]))
