"""log.md, sections 2 and 4 to 6: checkpoints, proofs"""
import base64, re
from common import SAFE, H, check, load, u32
from curves import ed25519
from trees import inclusion_root, is_consistent, leaf_hash, log_root


def bytes64(text):
    """The bytes of the one spelling, None for another."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None


def decimal(text):
    return int(text) if re.fullmatch(r"0|[1-9][0-9]{0,15}", text) and int(text) <= SAFE else None


def read_key(text):
    """(name, key id, type, public key)"""
    name, tag, encoded = text.split("+", 2)
    data = base64.b64decode(encoded)
    found = H(name.encode(), b"\n", data)[:4]
    check(f"key id of {name}", found.hex(), tag)
    return name, found, data[0], data[1:]


def read_note(text):
    """(text, [(name, key id, signature)]), None where it is no note"""
    if any(ord(c) < 0x20 and c != "\n" for c in text) or not text.endswith("\n") or "\n\n" not in text:
        return None
    body, lines = text.rsplit("\n\n", 1)
    signatures = []
    for line in lines[:-1].split("\n"):
        found = re.fullmatch(r"— ([^\s+]+) (\S+)", line)
        data = found and bytes64(found[2])
        if not data or len(data) <= 4:
            return None
        signatures.append((found[1], data[:4], data[4:]))
    return body + "\n", signatures if 0 < len(signatures) <= 128 else None


def signers(note, keys):
    """The keys that signed, None where a signature of one does not verify."""
    found = []
    for name, tag, signature in note[1]:
        for key in (k for k in keys if k[:2] == (name, tag)):
            message, raw = note[0].encode(), signature
            if key[2] == 4:
                message, raw = b"cosignature/v1\ntime %d\n" % int.from_bytes(raw[:8], "big") + message, raw[8:]
            if not ed25519(key[3], message, raw):
                return None
            found.append(key)
    return found


def read_checkpoint(text):
    """(origin, size, root), None for a text that is none"""
    lines = text.split("\n")
    if len(lines) != 4 or lines[3] or not lines[0]:
        return None
    size, root = decimal(lines[1]), bytes64(lines[2])
    return None if size is None or root is None or len(root) != 32 else (lines[0], size, root)


def checkpoints(vectors, keys):
    for v in vectors["valid"]:
        note = read_note(v["note"])
        _, size, _ = read_checkpoint(note[0])
        check(v["name"], (size, len(signers(note, keys))), (v["size"], v["signers"]))
    for v in vectors["invalid"]:
        note = read_note(v["note"])
        ok = note and note[1] and read_checkpoint(note[0]) and signers(note, keys) is not None
        check(v["name"], bool(ok), False)


def read_proof(text):
    """(index, path, note, checkpoint), None where it is malformed"""
    if "\n\n" not in text:
        return None
    head, rest = text.split("\n\n", 1)
    lines, note = head.split("\n"), read_note(rest)
    found = note and note[1] and read_checkpoint(note[0])
    if not found or lines.pop(0) != "c2sp.org/tlog-proof@v1":
        return None
    if lines and lines[0].startswith("extra ") and bytes64(lines.pop(0)[6:]) is None:
        return None
    index = decimal(lines[0][6:]) if lines and lines[0].startswith("index ") else None
    path = [bytes64(line) for line in lines[1:]]
    if index is None or len(path) > 64 or any(node is None or len(node) != 32 for node in path):
        return None
    return index, path, note, found


def proof_fault(text, leaf, origin, keys, needed):
    read = read_proof(text)
    if read is None:
        return "PROOF_MALFORMED"
    index, path, note, (name, size, root) = read
    if name != origin:
        return "PROOF_OTHER_LOG"
    signed = signers(note, keys)
    if signed is None:
        return "PROOF_SIGNATURE_WRONG"
    if not any(key[2] == 1 for key in signed):
        return "PROOF_NOT_SIGNED_BY_LOG"
    if len({key[3] for key in signed if key[2] == 4}) < needed:
        return "PROOF_TOO_FEW_COSIGNERS"
    return None if inclusion_root(index, size, leaf_hash(leaf), path) == root else "PROOF_NOT_INCLUDED"


def proofs(vectors, keys, origin):
    leaf = lambda i: H(u32(i))
    root = lambda size: log_root([leaf_hash(leaf(i)) for i in range(size)])
    for v in vectors["roots"]:
        check("log root", root(v["size"]), bytes64(v["root"]))
    for v in vectors["consistency"]:
        path = list(map(bytes64, v["proof"]))
        first, second = root(v["from"]), root(v["to"])
        check("consistency", is_consistent(v["from"], v["to"], first, second, path), True)
        check("longer", is_consistent(v["from"], v["to"], first, second, path + [second]), False)
        if v["from"]:
            check("another past", is_consistent(v["from"], v["to"], H(first), second, path), False)
    for v in vectors["inclusion"]:
        check("index", (read_proof(v["proof"])[0], v["leaf"]), (v["index"], leaf(v["index"]).hex()))
    for v in vectors["inclusion"] + vectors["refused"]:
        fault = proof_fault(v["proof"], bytes.fromhex(v["leaf"]), origin, keys, 2)
        check(v.get("name", "inclusion"), fault, v.get("fault"))
    head, rest = vectors["witnessRequest"].split("\n\n", 1)
    lines, (_, size, now) = head.split("\n"), read_checkpoint(read_note(rest)[0])
    old = decimal(lines[0].removeprefix("old "))
    check("witness request", is_consistent(old, size, root(old), now, list(map(bytes64, lines[1:]))), True)


def judge():
    vectors = load("checkpoints")
    keys = [read_key(text) for text in [vectors["logVkey"], *vectors["cosignerVkeys"]]]
    checkpoints(vectors, keys)
    proofs(load("proofs"), keys, keys[0][0])
