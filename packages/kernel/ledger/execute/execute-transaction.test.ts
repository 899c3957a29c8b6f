import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import { sampleCommand, samplePaymentBody, samplePayments } from "@mingbai/testkit/sample-domain/sample-envelope";
import {
  foundSample,
  sampleChain,
  sampleKeyId,
  sampleMember,
  sampleTimeMs,
} from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { roles } from "../authority/role.ts";
import { ledgerRefusals } from "../refusal.ts";
import { executedMax, executedTable, rememberExecuted } from "../replay/executed.ts";
import { judgeSequence, useSequence } from "../replay/window.ts";
import type { OrderedEnvelope } from "./block.ts";
import { executeTransaction, expiryAheadMsMax } from "./execute-transaction.ts";

const seed = runSeed();
const note = { key: "a", text: "hello" };
const moment = { height: 5, timeMs: sampleTimeMs + 1_000 };
const place = { keyId: sampleKeyId, lane: 0 };

/** Each fault alone, in the order in which they are looked for; several at once are put together from these. */
const faults = [
  { code: "SEQUENCE_USED", header: { sequence: 1 } },
  { code: "EXPIRED", header: { expiryMs: moment.timeMs - 1 } },
  { code: "EXPIRY_TOO_FAR", header: { expiryMs: moment.timeMs + expiryAheadMsMax + 1 } },
  { code: "KEY_NOT_IN_FORCE", member: { fromHeight: 6 } },
  { code: "AFTER_MISSING", header: { after: new Uint8Array(32).fill(3) } },
  { code: "OVER_QUOTA", configuration: { quotaUnitsPerMinute: 0 } },
  { code: "COMMAND_UNKNOWN", header: { command: "sample.unheardOf" } },
  { code: "NOT_ALLOWED", member: { roles: ["donor"] as const } },
  { code: "BODY_INVALID", body: utf8('{ "key":"a"}') },
] as const;

type Fault = { code: string; header?: object; member?: object; configuration?: object; body?: Uint8Array };

function refusalOf(present: readonly Fault[]): string | undefined {
  const member = Object.assign({ roles: ["operator"] as const }, ...present.map((fault) => fault.member));
  const configuration = Object.assign({}, ...present.map((fault) => fault.configuration));
  const header = Object.assign({ sequence: 2 }, ...present.map((fault) => fault.header).reverse());
  const body = present.find((fault) => fault.body)?.body ?? note;
  const { state, registry } = foundSample([sampleMember(member)], configuration);
  useSequence(state, place, 1);
  rememberExecuted(state, place, { sequence: 1, id: new Uint8Array(32) });
  return executeTransaction({ state, registry, chain: sampleChain, moment }, sampleCommand(body, header))?.refusal
    ?.refused;
}

function run(ledger: ReturnType<typeof foundSample>, envelope: OrderedEnvelope, at = moment) {
  const outcome = executeTransaction({ ...ledger, chain: sampleChain, moment: at }, envelope);
  return outcome === undefined ? "no place" : (outcome.refusal?.refused ?? "accepted");
}

describe("which refusal wins", () => {
  it.each(faults)("$code alone", (fault) => {
    expect(refusalOf([fault])).toBe(fault.code);
  });

  const pairs = faults.flatMap((first, index) => faults.slice(index + 1).map((second) => ({ first, second })));
  it.each(pairs.filter(({ first, second }) => !(first.code === "EXPIRED" && second.code === "EXPIRY_TOO_FAR")))(
    "$first.code before $second.code",
    ({ first, second }) => {
      expect(refusalOf([first, second])).toBe(first.code);
    },
  );

  it("nothing wrong is accepted", () => {
    expect(refusalOf([])).toBeUndefined();
  });

  it("declares the reasons of the header in the order in which they are looked for", () => {
    const numbers = Object.values(ledgerRefusals).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(Object.keys(ledgerRefusals).slice(0, 7)).toEqual([
      "SEQUENCE_USED",
      "EXPIRED",
      "EXPIRY_TOO_FAR",
      "KEY_NOT_IN_FORCE",
      "ASSERTION_REFUSED",
      "AFTER_MISSING",
      "OVER_QUOTA",
    ]);
  });
});

describe("a transaction's sequence number", () => {
  it("counts once, accepted or refused", () => {
    const ledger = foundSample();
    expect(run(ledger, sampleCommand(note))).toBe("accepted");
    expect(run(ledger, sampleCommand({ ...note, text: "other" }))).toBe("SEQUENCE_USED");
    expect(run(ledger, sampleCommand({ wrong: true }, { sequence: 2 }))).toBe("BODY_INVALID");
    expect(run(ledger, sampleCommand(note, { sequence: 2 }))).toBe("SEQUENCE_USED");
  });

  it("gives the very same bytes no second leaf, whether they were accepted or refused", () => {
    const ledger = foundSample();
    const [accepted, refused] = [sampleCommand(note), sampleCommand({ wrong: true }, { sequence: 2 })];
    expect([run(ledger, accepted), run(ledger, refused)]).toEqual(["accepted", "BODY_INVALID"]);
    const before = toHex(ledger.state.seal().root);
    for (const again of [accepted, refused, accepted]) expect(run(ledger, again)).toBe("no place");
    // The gatherer may put another signature to the same bytes: they are the same act.
    expect(run(ledger, { ...accepted, signature: new Uint8Array(64) })).toBe("no place");
    expect(toHex(ledger.state.seal().root)).toBe(before);
  });

  it("leaves one leaf at most of each that comes under one number, however often they come", () => {
    const ledger = foundSample();
    const [first, second, third] = ["a", "b", "c"].map((text) => sampleCommand({ ...note, text }));
    if (first === undefined || second === undefined || third === undefined) throw new Error("no twins");
    expect([first, second, third].map((twin) => run(ledger, twin))).toEqual([
      "accepted",
      "SEQUENCE_USED",
      "SEQUENCE_USED",
    ]);
    const before = toHex(ledger.state.seal().root);
    for (const again of [second, first, third, second]) expect(run(ledger, again)).toBe("no place");
    expect(toHex(ledger.state.seal().root)).toBe(before);
  });

  it(`writes nothing down twice, whatever twins come in whatever order and are forgotten (seed ${seed})`, () => {
    const draw = random(seed);
    const ledger = foundSample([sampleMember({ roles: ["operator"] })], { quotaUnitsPerMinute: 1_000_000 });
    const written = new Set<string>();
    for (let step = 0; step < deepCount(3_000, 100_000); step++) {
      // A number and some before it, so that some are forgotten and come again.
      const sequence = 1 + Math.max(0, Math.floor(step / 30) - draw.below(executedMax));
      const twin = sampleCommand({ ...note, text: `${draw.below(6)}` }, { sequence });
      if (run(ledger, twin) === "no place") continue;
      expect(written.has(toHex(twin.id)), `seed ${seed}, ${sequence}`).toBe(false);
      written.add(toHex(twin.id));
      const { last } = ledger.state.table(executedTable).find(`${place.keyId}/${place.lane}`) ?? { last: [] };
      expect(last.length).toBeLessThanOrEqual(executedMax);
    }
  });

  it("forgets a number with all that came under it: who used it never looks like another", () => {
    const ledger = foundSample([sampleMember({ roles: ["operator"] })], { quotaUnitsPerMinute: 1_000 });
    const [first, second] = [sampleCommand(note), sampleCommand({ ...note, text: "other" })];
    expect([run(ledger, first), run(ledger, second)]).toEqual(["accepted", "SEQUENCE_USED"]);
    for (let sequence = 2; sequence <= executedMax; sequence++) run(ledger, sampleCommand(note, { sequence }));
    expect([first, second].map((twin) => run(ledger, twin))).toEqual(["no place", "no place"]);
    expect(run(ledger, sampleCommand({ ...note, text: "third" }))).toBe("no place");
  });

  it("says nothing of other bytes under a number used too long ago to know by what", () => {
    const ledger = foundSample([sampleMember({ roles: ["operator"] })], { quotaUnitsPerMinute: 1_000 });
    const other = (sequence: number) => sampleCommand({ ...note, text: "other" }, { sequence });
    for (let sequence = 1; sequence < executedMax; sequence++) run(ledger, sampleCommand(note, { sequence }));
    expect(run(ledger, other(1))).toBe("SEQUENCE_USED");
    run(ledger, sampleCommand(note, { sequence: executedMax }));
    expect([run(ledger, other(1)), run(ledger, other(2))]).toEqual(["no place", "SEQUENCE_USED"]);
    expect(run(ledger, sampleCommand(note, { sequence: 0 }))).toBe("no place");
    expect(run(ledger, sampleCommand(note, { sequence: 2, lane: 1 }))).toBe("accepted");
  });

  it.each([
    ["a transaction signed for another chain", { chain: sampleChain.with(31, 6) }],
    ["a key that the ledger does not know", { keyId: "00000000000000ff" }],
    ["another public key under a known number", { publicKey: new Uint8Array(32).fill(8) }],
    ["another scheme under a known number", { scheme: 2, publicKey: new Uint8Array(33).fill(7) }],
    ["a sequence number too far ahead", { sequence: 1 + 1_024 }],
  ])("%s has no place in the log and uses nothing up", (_, header) => {
    const ledger = foundSample();
    const before = toHex(ledger.state.seal().root);
    expect(run(ledger, sampleCommand(note, header))).toBe("no place");
    expect(toHex(ledger.state.seal().root)).toBe(before);
    expect(judgeSequence(ledger.state, place, 1)).toBe("free");
  });
});

describe("authority", () => {
  it.each([
    { height: 9, expected: "KEY_NOT_IN_FORCE" },
    { height: 10, expected: "accepted" },
    { height: 19, expected: "accepted" },
    { height: 20, expected: "KEY_NOT_IN_FORCE" },
  ])("judges a key at height $height: $expected", ({ height, expected }) => {
    const ledger = foundSample([sampleMember({ roles: ["operator"], fromHeight: 10, untilHeight: 20 })]);
    expect(run(ledger, sampleCommand(note), { ...moment, height })).toBe(expected);
  });

  it.each(roles)("lets %s write a note only where the command lists the role", (name) => {
    const ledger = foundSample([sampleMember({ roles: [name] })]);
    const isListed = name === "operator" || name === "administrator";
    expect(run(ledger, sampleCommand(note))).toBe(isListed ? "accepted" : "NOT_ALLOWED");
  });

  it("refuses an account without any role", () => {
    expect(run(foundSample([sampleMember({ roles: [] })]), sampleCommand(note))).toBe("NOT_ALLOWED");
  });
});

describe("a transaction after another", () => {
  it("is accepted only once the other was, in any lane", () => {
    const ledger = foundSample();
    const first = sampleCommand(note, { lane: 3 });
    expect(run(ledger, sampleCommand(note, { sequence: 1, after: first.id }))).toBe("AFTER_MISSING");
    expect(run(ledger, first)).toBe("accepted");
    expect(run(ledger, sampleCommand(note, { sequence: 2, after: first.id }))).toBe("accepted");
  });

  it("is refused after one that was refused", () => {
    const ledger = foundSample();
    const refused = sampleCommand({ key: "none" }, { command: "sample.eraseNote" });
    expect(run(ledger, refused)).toBe("NOTE_MISSING");
    expect(run(ledger, sampleCommand(note, { sequence: 2, after: refused.id }))).toBe("AFTER_MISSING");
  });
});

describe("quota", () => {
  it("is counted by organisation and minute, in units", () => {
    const other = { keyId: "00000000000000a2", account: "00000000000000b2", organisation: "other" };
    const ledger = foundSample(
      [sampleMember({ roles: ["operator"] }), sampleMember({ roles: ["operator"], ...other })],
      { quotaUnitsPerMinute: 3 },
    );
    const three = samplePaymentBody([1, 2, 3]);
    expect(run(ledger, samplePayments(three))).toBe("accepted");
    expect(run(ledger, sampleCommand(note, { sequence: 2 }))).toBe("OVER_QUOTA");
    expect(run(ledger, sampleCommand(note, { keyId: other.keyId }))).toBe("accepted");
    const later = { height: 6, timeMs: (Math.floor(moment.timeMs / 60_000) + 1) * 60_000 };
    const header = { sequence: 3, expiryMs: later.timeMs };
    expect(run(ledger, sampleCommand(note, header), later)).toBe("accepted");
  });
});

describe("a command's body", () => {
  it.each([
    '{"text":"x","key":"a"}',
    '{"key":"a","text":"x"} ',
    '{"key":"a","text":"x","more":1}',
    "null",
    "",
    "\u0000",
  ])("is refused as %j", (text) => {
    expect(run(foundSample(), sampleCommand(utf8(text)))).toBe("BODY_INVALID");
  });
});

describe("a batch", () => {
  it("has a result for each line where one was refused, and none where all were accepted", () => {
    const execution = { ...foundSample(), chain: sampleChain, moment };
    const mixed = executeTransaction(execution, samplePayments(samplePaymentBody([1, 2, 3], { refused: [1] })));
    expect(mixed?.lineResults).toEqual(Uint8Array.of(0, 1, 0));
    const whole = executeTransaction(execution, samplePayments(samplePaymentBody([1]), { sequence: 2 }));
    expect(whole?.lineResults).toBeUndefined();
  });

  it("may be refused whole", () => {
    const head = new Uint8Array(64).fill(1, 0, 1);
    expect(run(foundSample(), samplePayments(samplePaymentBody([1], { head })))).toBe("HEAD_REFUSED");
  });
});
