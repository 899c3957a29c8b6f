import { toHex } from "@mingbai/codec/hex";
import { type Roster, rosterHash } from "@mingbai/ledger/genesis/roster";
import { followRosters } from "@mingbai/ledger/proofs/follow-rosters";
import { formatVkey, type NoteKey, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { organisationNoteKey, type RosterStatement } from "@mingbai/ledger/proofs/roster-note";
import { signRosterNote } from "@mingbai/log/merkle/sign-roster-note";
import { vectorKey, verifyVector } from "@mingbai/log/merkle/vector-keys";
import { hashOf } from "./hash-of.ts";

const origin = "mingbai.example/0909090909090909";
const chain = hashOf(9);
const keyOf = (name: string) => vectorKey(name, noteKeyTypes.ed25519);
const publicKey = (name: string): string => toHex(keyOf(name).key.publicKey);

const member = (organisation: string, power: number, signs = organisation) => ({
  organisation,
  organisationKey: publicKey(`${signs} organisation`),
  ackKey: publicKey(`${organisation} ack`),
  logKey: publicKey(`${organisation} log`),
  cosignKey: publicKey(`${organisation} cosign`),
  consensusKey: publicKey(`${organisation} consensus`),
  power,
});

/** Notes of rosters, followed from pinned keys or held only to be whole: the hash of the last one, or the fault. */
export async function rosterVectors() {
  const one: Roster = { epoch: 0, members: [member("a", 1)] };
  const three: Roster = { epoch: 0, members: [member("a", 1), member("b", 1), member("c", 1)] };
  const four: Roster = { epoch: 1, members: [...three.members, member("d", 2)] };
  const moved: Roster = { epoch: 1, members: [member("a", 1), member("b", 1), member("c", 1, "c new")] };
  const at = (roster: Roster, from = 100): RosterStatement => {
    const start = roster.epoch === 0 ? 0 : from;
    return { origin, chain, fromSize: start, fromHeight: start, roster };
  };
  const solo = await sign(at(one), ["a"]);
  const first = await sign(at(three), ["a", "b", "c"]);
  const second = await sign(at(four), ["a", "b", "c", "d"]);
  const rows: readonly (readonly [string, readonly string[], readonly string[] | undefined])[] = [
    ["a ledger of one", [solo], ["a"]],
    ["held to be whole", [solo], undefined],
    ["three pinned of three", [first], ["a", "b", "c"]],
    ["two thirds are not more than two thirds", [first], ["a", "b"]],
    ["a stranger pinned", [solo], ["b"]],
    ["a second roster, signed by all", [first, second], ["a", "b", "c"]],
    ["two thirds of the power before", [first, await sign(at(four), ["a", "b", "d"])], undefined],
    ["a new member that has not signed", [first, await sign(at(four), ["a", "b", "c"])], undefined],
    ["a member with another key, signed by both", [first, await sign(at(moved), ["a", "b", "c", "c new"])], undefined],
    ["a member with another key, which has not signed", [first, await sign(at(moved), ["a", "b", "c"])], undefined],
    ["the second without the first", [second], ["a", "b", "c"]],
    ["the same epoch again", [first, first], undefined],
    ["in force from the height before", [first, await sign(at(four, 0), ["a", "b", "c", "d"])], undefined],
    ["of another ledger", [first, await sign({ ...at(four), chain: hashOf(8) }, ["a", "b", "c", "d"])], undefined],
    ["a first roster that a member has not signed", [await sign(at(three), ["a", "b"])], undefined],
    ["another power than was signed", [solo.replace('"power":1', '"power":2')], undefined],
    ["a space in the JSON", [solo.replace('"power":1', '"power": 1')], undefined],
    ["a line more", [solo.replace("\n\n", "\nmore\n\n")], undefined],
    ["no roster at all", [], undefined],
  ];
  return {
    keys: "seed = SHA-256('mingbai vector key ' | name)",
    rosters: rows.map(([name, texts, pins]) => judge(name, texts, pins)),
  };
}

/** Signed by these organisations; "c new" is c's key of the epoch that follows. */
function sign(statement: RosterStatement, names: readonly string[]): Promise<string> {
  return signRosterNote(
    statement,
    names.map((name) => ({ key: pinnedKey(name), sign: keyOf(`${name} organisation`).sign })),
  );
}

function pinnedKey(name: string): NoteKey {
  const [organisation = ""] = name.split(" ");
  return organisationNoteKey(origin, member(organisation, 1, name));
}

function judge(name: string, texts: readonly string[], pins: readonly string[] | undefined) {
  const pinned = pins?.map(pinnedKey);
  const verdict = followRosters({ texts, ...(pinned && { pinned }), verify: verifyVector });
  return {
    name,
    notes: texts,
    pinned: pinned?.map(formatVkey) ?? null,
    ...(verdict.fault === undefined ? { hash: toHex(rosterHash(verdict.last.roster)) } : { fault: verdict.fault }),
  };
}
