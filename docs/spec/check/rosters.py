"""log.md, section 7: rosters"""
import json, re
from canonical import is_canonical
from common import H, check, context, load
from curves import ed25519
from notes import decimal, read_checkpoint, read_key, read_note, signers

KEYS = ("organisationKey", "ackKey", "logKey", "cosignKey", "consensusKey")
MEMBER = sorted((*KEYS, "organisation", "power"))


def is_roster(value):
    if not isinstance(value, dict) or sorted(value) != ["epoch", "members"] or not isinstance(value["members"], list):
        return False
    members = value["members"]
    if type(value["epoch"]) is not int or value["epoch"] < 0 or not 1 <= len(members) <= 32:
        return False
    for one in members:
        if not isinstance(one, dict) or sorted(one) != MEMBER or type(one["power"]) is not int or one["power"] < 1:
            return False
        if not all(isinstance(one[name], str) and re.fullmatch("[0-9a-f]{64}", one[name]) for name in KEYS):
            return False
        if not isinstance(one["organisation"], str) or not re.fullmatch("[a-z0-9][a-z0-9-]{0,47}", one["organisation"]):
            return False
    keys = {one[name] for one in members for name in KEYS}
    return len(keys) == len(KEYS) * len(members) and len({one["organisation"] for one in members}) == len(members)


def read_roster(text):
    """{origin, chain, size, height, roster, json, text, signatures}, None where it is malformed"""
    note = read_note(text)
    lines = note[0].split("\n") if note and note[1] else []
    if len(lines) != 7 or lines[0] != "mingbai/roster-note/1" or not re.fullmatch("[0-9a-f]{64}", lines[2]):
        return None
    size, height = decimal(lines[3]), decimal(lines[4])
    data = lines[5].encode()
    if size is None or height is None or not is_canonical(data) or not is_roster(json.loads(data)):
        return None
    return {"origin": lines[1], "chain": lines[2], "size": size, "height": height, "roster": json.loads(data), "json": data,
            "text": note[0], "signatures": note[1]}


def same(a, b):
    return a["organisation"] == b["organisation"] and a["organisationKey"] == b["organisationKey"]


def two_thirds(members, counted):
    return 3 * sum(one["power"] for one in members if counted(one)) > 2 * sum(one["power"] for one in members)


def fault_of(note, before):
    members, voters = note["roster"]["members"], before["roster"]["members"] if before else []
    if before and (
        note["roster"]["epoch"] != before["roster"]["epoch"] + 1
        or (note["origin"], note["chain"]) != (before["origin"], before["chain"])
        or note["size"] < before["size"] or note["height"] <= before["height"]
    ):
        return "ROSTER_NOT_FOLLOWING"
    new, signed = [one for one in members if not any(same(one, old) for old in voters)], set()
    for name, tag, signature in note["signatures"]:
        for one in voters + new:
            key, own = bytes.fromhex(one["organisationKey"]), f"{note['origin']}/{one['organisation']}"
            if own == name and H(name.encode(), b"\n\1", key)[:4] == tag and one["organisationKey"] not in signed:
                if not ed25519(key, note["text"].encode(), signature):
                    return "ROSTER_SIGNATURE_WRONG"
                signed.add(one["organisationKey"])
    is_signed = lambda one: one["organisationKey"] in signed
    return None if all(map(is_signed, new)) and (not before or two_thirds(voters, is_signed)) else "ROSTER_UNSIGNED"


def follow(texts, pinned):
    """(fault, the notes, the epoch from which on they are trusted)"""
    before, read, trusted = None, [], None
    for text in texts if len(texts) <= 64 else []:
        note = read_roster(text)
        fault = fault_of(note, before) if note else "ROSTER_MALFORMED"
        if fault:
            return fault, None, None
        has = lambda one: any(k[0] == f"{note['origin']}/{one['organisation']}" and k[3].hex() == one["organisationKey"] for k in pinned)
        if trusted is None and (pinned is None or two_thirds(note["roster"]["members"], has)):
            trusted = note["roster"]["epoch"]
        before = note
        read.append(note)
    if not read:
        return "ROSTER_MALFORMED", None, None
    return (None, read, trusted) if trusted is not None else ("ROSTER_NOT_TRUSTED", None, None)


def member_keys(note, name, kind):
    """[(name, key id, type, public key)] of a roster's members"""
    found = []
    for one in note["roster"]["members"]:
        key, own = bytes.fromhex(one[name]), note["origin"] if kind == 1 else f"{note['origin']}/{one['organisation']}"
        found.append((own, H(own.encode(), b"\n", bytes([kind]), key)[:4], kind, key))
    return found


def judge_members(notes, text):
    """(fault, members that count)"""
    note, (_, size, _) = read_note(text), read_checkpoint(read_note(text)[0])
    keys = {key for one in notes for key in member_keys(one, "logKey", 1) + member_keys(one, "cosignKey", 4)}
    signed = signers(note, keys)
    if signed is None:
        return "PROOF_SIGNATURE_WRONG", None
    in_force = [one for one in notes if one["size"] < size]
    if not in_force:
        return "PROOF_ROSTER_MISSING", None
    logs, cosign = member_keys(in_force[-1], "logKey", 1), member_keys(in_force[-1], "cosignKey", 4)
    members = in_force[-1]["roster"]["members"]
    counted = [one for one, key in zip(members, cosign) if key in signed]
    enough = two_thirds(members, lambda one: one in counted)
    if not enough and set(signed) - set(logs) - set(cosign):
        return "PROOF_SIGNED_BY_LEAVER", None
    if not set(signed) & set(logs):
        return "PROOF_NOT_SIGNED_BY_LOG", None
    return (None, len(counted)) if enough else ("PROOF_TOO_FEW_MEMBERS", None)


def judge():
    for v in load("rosters")["rosters"]:
        pinned = None if v["pinned"] is None else [read_key(text) for text in v["pinned"]]
        fault, notes, trusted = follow(v["notes"], pinned)
        found = None if notes is None else H(context("roster"), notes[-1]["json"]).hex()
        check(v["name"], (fault, found, trusted), (v.get("fault"), v.get("hash"), v.get("trusted")))
    for v in load("rosters")["checkpoints"]:
        notes = follow(v["notes"], None)[1]
        check(v["name"], judge_members(notes, v["checkpoint"]), (v.get("fault"), v.get("members")))
