import { toHex } from "@mingbai/codec/hex";
import { Effects } from "@mingbai/ledger/state/effects";
import { random } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { accountOf } from "../testing/test-ledger.ts";
import { accountStates } from "./account-index.ts";
import { MoneyStore } from "./money-store.ts";

const seed = 20_270_115;

/** A store with some thousand accounts and money here and there. */
function filled(): { store: MoneyStore; accounts: string[]; effects: Effects } {
  const source = random(seed);
  const effects = new Effects();
  const store = new MoneyStore(effects);
  const accounts = Array.from({ length: 3_000 }, () => toHex(source.bytes(8)));
  for (const account of accounts) store.openAccount(account, source.below(4));
  for (const fund of [1, 2, 2]) store.openTranche(store.trancheCount + 1, { fund, expiryMs: fund * 1_000 });
  for (let i = 0; i < 500; i++) {
    const part = source.pick(["free", "locked", "named"] as const);
    store.change({ account: source.pick(accounts), tranche: 1 + source.below(3), part, by: source.below(2 ** 31) });
  }
  effects.take();
  return { store, accounts, effects };
}

const bytesOf = (store: MoneyStore) => store.seal().map(({ bytes }) => bytes);

describe("the money store", () => {
  it(`loads what it sealed and seals the same again (seed ${seed})`, () => {
    const { store, accounts } = filled();
    store.accounts.setState(store.getAccount(accounts[7] ?? ""), accountStates.frozen);
    store.getTranche(2).frozen = true;
    const loaded = new MoneyStore(new Effects());
    loaded.load(bytesOf(store));
    expect(loaded.seal()).toEqual(store.seal());
    expect(loaded.outstanding).toBe(store.outstanding);
    expect(loaded.outstandingOf(2)).toBe(store.outstandingOf(2));
    loaded.recount();
  });

  it("has no chunks while it holds nothing, and holds nothing after none were loaded", () => {
    expect(new MoneyStore(new Effects()).seal()).toEqual([]);
    const { store } = filled();
    store.load([]);
    expect([store.seal(), store.outstanding, store.trancheCount, store.accounts.count]).toEqual([[], 0, 0, 0]);
  });

  it("re-encodes only what changed, and never a chunk it gave away", () => {
    const { store, accounts } = filled();
    const before = store.seal();
    const copies = before.map(({ bytes }) => bytes.slice());
    store.change({ account: accounts[5] ?? "", tranche: 1, part: "free", by: 9 });
    const after = store.seal();
    const changed = after.filter(
      (chunk, index) =>
        chunk.hash !== before[index]?.hash && toHex(chunk.hash) !== toHex(before[index]?.hash ?? new Uint8Array()),
    );
    expect(changed.length).toBe(2);
    expect(before.map(({ bytes }) => bytes)).toEqual(copies);
  });

  it("refuses an altered chunk, wherever the byte is that is not padding", () => {
    const { store } = filled();
    const chunks = bytesOf(store);
    const source = random(seed + 1);
    for (let round = 0; round < 200; round++) {
      const altered = chunks.map((chunk) => chunk.slice());
      const page = altered.filter(({ length }) => length === 2_056);
      const target = source.pick(page);
      const at = source.below(target.length);
      target[at] = (target[at] ?? 0) ^ (1 << source.below(8));
      expect(() => new MoneyStore(new Effects()).load(altered), `byte ${at}`).toThrow(SyntaxError);
    }
  });

  it("refuses chunks that are missing, doubled or in another order", () => {
    const chunks = bytesOf(filled().store);
    const load = (given: Uint8Array[]) => () => new MoneyStore(new Effects()).load(given);
    expect(load(chunks.slice(0, -1))).toThrow(SyntaxError);
    expect(load([...chunks, ...chunks.slice(-1)])).toThrow(SyntaxError);
    expect(load([...chunks.slice(0, 5), ...chunks.slice(5).toReversed()])).toThrow(SyntaxError);
    expect(load([new Uint8Array(8)])).toThrow(SyntaxError);
  });

  it("throws on fractions, −0 in a page, debts and what is not exact", () => {
    const { store, accounts } = filled();
    const place = { account: accounts[0] ?? "", tranche: 1, part: "free" } as const;
    expect(() => store.change({ ...place, by: 0.5 })).toThrow(RangeError);
    expect(() => store.change({ ...place, by: -(2 ** 40) })).toThrow(RangeError);
    expect(() => store.change({ ...place, by: Number.MAX_SAFE_INTEGER })).toThrow(RangeError);
    expect(() => store.change({ ...place, by: Number.NaN })).toThrow(RangeError);
    store.recount();
  });

  it("tells the balance after every write", () => {
    const { store, accounts, effects } = filled();
    const place = { account: accounts[0] ?? "", tranche: 3, part: "free" } as const;
    const before = store.get(place);
    store.change({ ...place, by: 7 });
    const taken = effects.take();
    expect(new DataView(taken.buffer, taken.byteOffset).getFloat64(0, true)).toBe(before + 7);
  });

  it("finds every account among numbers that collide in their low half", () => {
    const store = new MoneyStore(new Effects());
    const numbers = Array.from({ length: 5_000 }, (_, i) => `${(i + 1).toString(16).padStart(8, "0")}00000001`);
    for (const number of numbers) store.openAccount(number, 0);
    expect(numbers.map((number) => store.findAccount(number))).toEqual(numbers.map((_, index) => index));
    expect(store.findAccount(accountOf(2))).toBe(-1);
  });
});
