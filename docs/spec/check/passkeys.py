"""signatures.md, Passkeys: the grammar of clientDataJSON, validity, and whether an answer counts"""
import base64, re
from common import H, check, le, load
from curves import ed25519, p256

TOKEN = re.compile(r' *(?:([{}:,])|"((?:[^"\\]|\\["\\/])*)"|(-?(?:0|[1-9][0-9]{0,14}))(?![0-9.eE])|(true|false|null)) *')


def tokens(text):
    at = 0
    while at < len(text):
        found = TOKEN.match(text, at)
        if found is None:
            raise ValueError("token")
        at = found.end()
        mark, string, number, word = found.groups()
        if mark:
            yield "mark", mark
        elif string is not None:
            yield "text", re.sub(r"\\(.)", r"\1", string)
        else:
            yield ("number", int(number)) if number else ("word", word)


def read_object(stream, deep):
    fields, kind, value = {}, *next(stream)
    while (kind, value) != ("mark", "}"):
        if kind != "text" or value in fields or next(stream) != ("mark", ":"):
            raise ValueError("member")
        name, (kind, value) = value, next(stream)
        if (kind, value) == ("mark", "{") and deep:
            kind, value = "object", read_object(stream, False)
        if kind == "mark":
            raise ValueError("value")
        fields[name] = (kind, value)
        kind, value = next(stream)
        if (kind, value) == ("mark", ","):
            kind, value = next(stream)
            if kind != "text":
                raise ValueError("comma")
        elif (kind, value) != ("mark", "}"):
            raise ValueError("member ends")
    return fields


def client_data(data):
    """The fields, None outside the grammar."""
    if any(not 0x20 <= byte <= 0x7E for byte in data):
        return None
    stream = tokens(data.decode("ascii"))
    try:
        if next(stream) != ("mark", "{"):
            return None
        fields = read_object(stream, True)
        if next(stream, None) is not None:
            return None
    except (ValueError, StopIteration):
        return None
    texts = all(fields.get(name, ("",))[0] == "text" for name in ("type", "challenge", "origin"))
    return fields if texts and fields.get("crossOrigin", ("word", "true")) in (("word", "true"), ("word", "false")) else None


def read_assertion(b):
    """(authenticatorData, clientDataJSON, its fields, r ‖ s), None where it is malformed"""
    if len(b) < 4:
        return None
    first, second = le(b, 0, 2), le(b, 2, 2)
    if not 37 <= first <= 256 or second > 640 or len(b) != 4 + first + second + 64:
        return None
    data, client = b[4 : 4 + first], b[4 + first : 4 + first + second]
    fields = client_data(client)
    return None if fields is None else (data, client, fields, b[-64:])


def webauthn(key, identity, signature):
    read = read_assertion(signature)
    if read is None:
        return False
    data, client, fields, raw = read
    challenge = base64.urlsafe_b64encode(identity).decode().rstrip("=")
    return fields["challenge"][1] == challenge and p256(key, data + H(client), raw)


def verdict(v):
    read = read_assertion(bytes.fromhex(v["signature"]))
    if read is None:
        return "ASSERTION_MALFORMED"
    data, _, fields, _ = read
    faults = (
        ("TYPE_WRONG", fields["type"][1] != "webauthn.get"),
        ("ORIGIN_WRONG", fields["origin"][1] not in v["origins"]),
        ("CROSS_ORIGIN", fields.get("crossOrigin") == ("word", "true")),
        ("RP_ID_WRONG", data[:32] != H(v["rpId"].encode())),
        ("USER_NOT_PRESENT", not data[32] & 1),
        ("USER_NOT_VERIFIED", not data[32] & 4),
    )
    return next((fault for fault, met in faults if met), "ok")


def is_valid(v):
    key, message, identity, signature = (bytes.fromhex(v[name]) for name in ("publicKey", "message", "id", "signature"))
    if v["scheme"] == "webauthn-p256":
        return webauthn(key, identity, signature)
    return {"ed25519": ed25519, "p256": p256}[v["scheme"]](key, message, signature)


def judge():
    vectors = load("signatures")
    for v in vectors["signatures"]:
        check(v["name"], is_valid(v), v["valid"])
    for v in vectors["assertions"]:
        check(v["name"], verdict(v), v["verdict"])
