import { readFileSync } from "node:fs";
import { fromHex } from "@mingbai/codec/hex";
import {
  cosigners,
  logSigner,
  makeCheckpointVectors,
  makeProofVectors,
  vectorOrigin,
} from "@mingbai/log/merkle/make-vectors";
import { verifyVector } from "@mingbai/log/merkle/vector-keys";
import { findWitnessRequest, formatWitnessRequest } from "@mingbai/log/merkle/witness-request";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { findCheckpoint, formatCheckpoint } from "./checkpoint.ts";
import { findNote, formatNote } from "./note.ts";
import { findVkey, formatVkey, noteKeyId } from "./note-key.ts";
import { findTlogProof, formatTlogProof } from "./tlog-proof.ts";
import { findVerified } from "./verify-note.ts";
import { verifyTlogProof } from "./verify-proof.ts";

const readVectors = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../docs/spec/vectors/${name}`, import.meta.url), "utf8"));
const checkpoints = readVectors("checkpoints.json") as Awaited<ReturnType<typeof makeCheckpointVectors>>;
const proofs = readVectors("proofs.json") as Awaited<ReturnType<typeof makeProofVectors>>;
const policy = {
  origin: vectorOrigin,
  logKeys: [logSigner.key],
  cosignerKeys: cosigners.map(({ key }) => key),
  cosignersMin: 2,
};

/** How many of the vectors' keys signed, or undefined where it is no checkpoint that they signed. */
function countSigners(text: string): number | undefined {
  const note = findNote(text);
  if (note === undefined || findCheckpoint(note.text) === undefined) return undefined;
  return findVerified(note, { keys: [...policy.logKeys, ...policy.cosignerKeys], verify: verifyVector })?.length;
}

describe("docs/spec/vectors/checkpoints.json", () => {
  it("is what the generator makes", async () => {
    expect(checkpoints).toEqual(await makeCheckpointVectors());
    expect([checkpoints.logVkey, ...checkpoints.cosignerVkeys].map(findVkey)).toEqual([
      ...policy.logKeys,
      ...policy.cosignerKeys,
    ]);
  });

  it.each(checkpoints.valid)("$name", ({ note, size, signers }) => {
    expect(countSigners(note)).toBe(signers);
    expect(findCheckpoint(findNote(note)?.text ?? "")?.size).toBe(size);
  });

  it.each(checkpoints.invalid)("refuses $name", ({ note }) => expect(countSigners(note)).toBeUndefined());
});

describe("the signed note that C2SP publishes as its example", () => {
  const vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  const example =
    "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

  it("verifies under its verifier key", () => {
    const key = findVkey(vkey);
    const note = findNote(example);
    if (key === undefined || note === undefined) throw new Error("the example is not read");
    expect([formatVkey(key), formatNote(note), noteKeyId(key)]).toEqual([vkey, example, 0x530d903a]);
    expect(findVerified(note, { keys: [key], verify: verifyVector })?.length).toBe(1);
    expect(
      findVerified({ ...note, text: "Another message.\n" }, { keys: [key], verify: verifyVector }),
    ).toBeUndefined();
    expect(findVerified(note, { keys: [], verify: verifyVector })).toEqual([]);
  });

  it.each([
    "",
    "a+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    vkey.replace("+Aek", "+Bek"),
    `${vkey} `,
    vkey.slice(0, -1),
  ])("has no verifier key %j", (text) => expect(findVkey(text)).toBeUndefined());
});

describe("docs/spec/vectors/proofs.json", () => {
  it("is what the generator makes", async () => expect(proofs).toEqual(await makeProofVectors()));

  it.each(proofs.inclusion)("leaf $index", ({ leaf, index, proof }) => {
    const verdict = verifyTlogProof({ text: proof, leaf: fromHex(leaf), policy, verify: verifyVector });
    expect(verdict).toMatchObject({ fault: undefined, index, checkpoint: { size: 300 } });
  });

  it.each(proofs.refused)("refuses $name", ({ leaf, proof, fault }) => {
    expect(verifyTlogProof({ text: proof, leaf: fromHex(leaf), policy, verify: verifyVector })).toEqual({ fault });
  });

  it("refuses a log's key that is not pinned, and one cosigner's key under two names", () => {
    const [given] = proofs.inclusion;
    const [first] = policy.cosignerKeys;
    if (given === undefined || first === undefined) throw new Error("no vectors");
    const ask = (changed: Partial<typeof policy>) =>
      verifyTlogProof({
        text: given.proof,
        leaf: fromHex(given.leaf),
        policy: { ...policy, ...changed },
        verify: verifyVector,
      });
    expect(ask({ logKeys: [] })).toEqual({ fault: "PROOF_NOT_SIGNED_BY_LOG" });
    expect(ask({ cosignerKeys: [first, { ...first, name: "other" }] })).toEqual({ fault: "PROOF_TOO_FEW_COSIGNERS" });
    expect(ask({ cosignerKeys: [], cosignersMin: 0 }).fault).toBeUndefined();
  });

  it("refuses a proof with any one byte changed, except in what no key signs", () => {
    const [given] = proofs.inclusion;
    const source = random(runSeed());
    if (given === undefined) throw new Error("no vectors");
    const from = given.proof.indexOf("index");
    for (let at = from; at < given.proof.length; at++) {
      const changed = replaceAt(
        given.proof,
        at,
        source.pick([..."aZ09+/ \n"].filter((char) => char !== given.proof[at])),
      );
      const { fault } = verifyTlogProof({ text: changed, leaf: fromHex(given.leaf), policy, verify: verifyVector });
      expect(fault, `byte ${at}, seed ${source.seed}`).toBeDefined();
    }
  });
});

describe("parsers of text that strangers send", () => {
  const source = random(runSeed());
  const inputs = [
    ...checkpoints.valid.map(({ note }) => note),
    ...proofs.inclusion.map(({ proof }) => proof),
    proofs.witnessRequest,
  ];
  const count = deepCount(5_000, 100_000);

  it.each([
    { name: "notes", round: (text: string) => roundTrip(findNote(text), formatNote) },
    { name: "checkpoints", round: (text: string) => roundTrip(findCheckpoint(text), formatCheckpoint) },
    { name: "proofs", round: (text: string) => roundTrip(findTlogProof(text), formatTlogProof) },
    { name: "witness requests", round: (text: string) => roundTrip(findWitnessRequest(text), formatWitnessRequest) },
    { name: "verifier keys", round: (text: string) => roundTrip(findVkey(text), formatVkey) },
  ])(`of $name neither crash nor accept two spellings, seed ${source.seed}`, ({ round }) => {
    for (let i = 0; i < count; i++) {
      const text = mutate(source.pick([...inputs, checkpoints.logVkey, "a\n0\n", ""]));
      expect([text, undefined]).toContain(round(text));
    }
  });

  function mutate(text: string): string {
    let changed = text;
    for (let times = source.below(4); times > 0; times--) {
      const at = source.below(changed.length + 1);
      const char = source.pick([
        "\n",
        " ",
        "+",
        "=",
        "0",
        "9",
        "A",
        "—",
        "\r",
        "\0",
        "\ud800",
        "𠮷",
        "old ",
        "extra ",
        "\n\n",
      ]);
      const cut = source.below(3);
      changed = changed.slice(0, at) + (source.chance(1, 2) ? char : "") + changed.slice(at + cut);
    }
    return source.chance(1, 20) ? changed.slice(source.below(changed.length + 1)) : changed;
  }
});

function roundTrip<T>(value: T | undefined, format: (value: T) => string): string | undefined {
  return value === undefined ? undefined : format(value);
}

function replaceAt(text: string, at: number, char: string): string {
  return text.slice(0, at) + char + text.slice(at + 1);
}
