import { toHex } from "@mingbai/codec/hex";
import { type Roster, rosterHash } from "@mingbai/ledger/genesis/roster";
import { findCheckpoint, formatCheckpoint } from "@mingbai/ledger/proofs/checkpoint";
import { followRosters } from "@mingbai/ledger/proofs/follow-rosters";
import { judgeMembers } from "@mingbai/ledger/proofs/judge-members";
import { memberCosignKey, memberLogKey } from "@mingbai/ledger/proofs/member-keys";
import { findNote, formatNote, noteBytes } from "@mingbai/ledger/proofs/note";
import { formatVkey, type NoteKey, noteKeyId, noteKeyTypes } from "@mingbai/ledger/proofs/note-key";
import { organisationNoteKey, type RosterStatement } from "@mingbai/ledger/proofs/roster-note";
import { cosign } from "@mingbai/log/merkle/cosign";
import { signRosterNote } from "@mingbai/log/merkle/sign-roster-note";
import { vectorKey, verifyVector } from "@mingbai/log/merkle/vector-keys";
import { hashOf } from "./hash-of.ts";

const cosignedSeconds = 1_767_225_600;
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
  const later: Roster = { epoch: 2, members: [member("b", 1), member("c", 1), member("d", 2), member("e", 1)] };
  const moved: Roster = { epoch: 1, members: [member("a", 1), member("b", 1), member("c", 1, "c new")] };
  const at = (roster: Roster, from = 100): RosterStatement => {
    const start = roster.epoch === 0 ? 0 : from;
    return { origin, chain, fromSize: start, fromHeight: start, roster };
  };
  const solo = await sign(at(one), ["a"]);
  const first = await sign(at(three), ["a", "b", "c"]);
  const second = await sign(at(four), ["a", "b", "c", "d"]);
  const third = await sign(at(later, 200), ["a", "b", "c", "d", "e"]);
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
    ["pinned where the second begins", [first, second], ["c", "d", "b"]],
    ["two thirds of the second are not more than two thirds", [second, third], ["a", "d", "x"]],
    ["three rosters, the first member gone", [first, second, third], ["a", "b", "c"]],
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
    checkpoints: await checkpointRows([first, second, third]),
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
    ...(verdict.fault === undefined
      ? { hash: toHex(rosterHash(verdict.last.roster)), trusted: verdict.trusted[0]?.roster.epoch }
      : { fault: verdict.fault }),
  };
}

/** Checkpoints under three rosters, in force from sizes 0, 100 and 200: how many members count, or the fault. */
async function checkpointRows(notes: readonly string[]) {
  const rows: readonly (readonly [string, number, readonly string[], readonly string[]])[] = [
    ["under the first roster", 50, ["a"], ["a", "b", "c"]],
    ["the last tree under the first", 100, ["b"], ["a", "b", "c"]],
    ["the first tree under the second", 101, ["d"], ["a", "b", "c", "d"]],
    ["two thirds of the power are not more than two thirds", 150, ["a"], ["a", "b", "c"]],
    ["three of five by number, four by power", 150, ["a"], ["a", "b", "d"]],
    ["under the third, with who has left beside them", 250, ["b"], ["a", "b", "c", "d"]],
    ["under the third, by those before it", 250, ["a"], ["a", "b", "c"]],
    ["under the second, by one who comes later", 150, ["e"], ["e", "d"]],
    ["cosigned by all, signed as the log by none", 250, [], ["b", "c", "d", "e"]],
    ["signed as the log by all, cosigned by too few", 250, ["b", "c", "d", "e"], ["b"]],
  ];
  const verdicts = rows.map(async ([name, size, logs, cosigners]) => {
    const note = await checkpointNote(size, logs, cosigners);
    return judgeCheckpoint(name, notes, size, note);
  });
  const good = await checkpointNote(250, ["b"], ["b", "c", "d", "e"]);
  return [
    ...(await Promise.all(verdicts)),
    judgeCheckpoint("another size under the same signatures", notes, 250, good.replace("\n250\n", "\n251\n")),
    judgeCheckpoint("rosters that begin later", notes.slice(1), 50, await checkpointNote(50, ["a"], ["a", "b", "c"])),
  ];
}

async function checkpointNote(size: number, logs: readonly string[], cosigners: readonly string[]): Promise<string> {
  const text = formatCheckpoint({ origin, size, root: hashOf(size % 256) });
  const asLog = logs.map(async (name) => {
    const key = memberLogKey(origin, member(name, 1));
    return { name: key.name, keyId: noteKeyId(key), signature: await keyOf(`${name} log`).sign(noteBytes(text)) };
  });
  const cosigned = cosigners.map((name) => {
    const { sign } = keyOf(`${name} cosign`);
    return cosign(text, { key: memberCosignKey(origin, member(name, 1)), sign, timeSeconds: cosignedSeconds });
  });
  return formatNote({ text, signatures: await Promise.all([...asLog, ...cosigned]) });
}

function judgeCheckpoint(name: string, notes: readonly string[], size: number, text: string) {
  const followed = followRosters({ texts: notes, verify: verifyVector });
  const note = findNote(text);
  if (followed.fault !== undefined || note === undefined) throw new Error(`the vector "${name}" is not whole`);
  const stated = findCheckpoint(note.text)?.size ?? size;
  const { fault, ...held } = judgeMembers({ note, size: stated, rosters: followed.trusted, verify: verifyVector });
  return { name, notes, checkpoint: text, ...(fault === undefined ? held : { fault }) };
}
