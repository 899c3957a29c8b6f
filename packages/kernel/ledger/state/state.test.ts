import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { toHex } from "@mingbai/codec/hex";
import { noteTable } from "@mingbai/testkit/sample-domain/notes";
import { foundSample } from "@mingbai/testkit/sample-domain/sample-ledger";
import { describe, expect, it } from "vitest";
import { defineDomain } from "../definition/domain.ts";
import { createRegistry } from "../definition/registry.ts";
import type { SealedState, State } from "./state.ts";
import { defineTable } from "./table.ts";

/** A state with a few notes, and what a snapshot would save of it. */
function sealedSample() {
  const { state, registry } = foundSample();
  for (const key of ["a", "b", "c", "明"]) state.table(noteTable).set(key, { text: key.repeat(3) });
  return { state, registry, sealed: state.seal() };
}

const saved = ({ stores }: SealedState) =>
  stores.map(({ name, chunks }) => ({ name, chunks: chunks.map(({ bytes }) => bytes) }));

/** The chunk with the first number of its first row one higher, or its first text longer. */
function changeFirstRow(chunk: Uint8Array): Uint8Array {
  const [[key, row], ...others] = JSON.parse(new TextDecoder().decode(chunk));
  const [name, was] = Object.entries(row).find(([, value]) => typeof value !== "object") ?? [];
  const changed = { ...row, [String(name)]: typeof was === "number" ? was + 1 : `${was}0` };
  return canonicalBytes([[key, changed], ...others]);
}

const rootOf = (state: State) => toHex(state.seal().root);

describe("the state", () => {
  it("has the same root after it was loaded, and goes on the same", () => {
    const { state, registry, sealed } = sealedSample();
    const loaded = registry.createState();
    expect(toHex(loaded.load(saved(sealed)))).toBe(toHex(sealed.root));
    for (const one of [state, loaded]) {
      one.table(noteTable).delete("b");
      one.table(noteTable).set("d", { text: "d" });
    }
    expect(rootOf(loaded)).toBe(rootOf(state));
  });

  it("has the same root however it came about, and whenever it was sealed between", () => {
    const { state } = sealedSample();
    state.table(noteTable).set("b", { text: "other" });
    state.seal();
    state.table(noteTable).set("b", { text: "ahead" });
    state.sealAhead(1);
    state.table(noteTable).set("b", { text: "bbb" });
    expect(rootOf(state)).toBe(toHex(sealedSample().sealed.root));
  });

  it("keeps what it sealed, whatever changes afterwards", () => {
    const { state, sealed } = sealedSample();
    const before = saved(sealed).map(({ chunks }) => chunks.map(toHex));
    state.table(noteTable).set("a", { text: "changed" });
    state.seal();
    expect(saved(sealed).map(({ chunks }) => chunks.map(toHex))).toEqual(before);
  });

  it("has another root with any one row altered, in whichever table", () => {
    const { registry, sealed } = sealedSample();
    const stores = saved(sealed);
    let altered = 0;
    for (const [at, { name, chunks }] of stores.entries()) {
      const place = chunks.findIndex(({ length }) => length > 2);
      const chunk = chunks[place];
      if (chunk === undefined) continue;
      const lie = changeFirstRow(chunk);
      expect(toHex(lie)).not.toBe(toHex(chunk));
      const told = stores.with(at, { name, chunks: chunks.with(place, lie) });
      expect(toHex(registry.createState().load(told))).not.toBe(toHex(sealed.root));
      altered++;
    }
    expect(altered).toBeGreaterThan(2);
  });

  it.each([
    [
      "a store that nobody defines",
      (stores: ReturnType<typeof saved>) => stores.with(0, { name: "x", chunks: [] }),
      "the store x, which is not known here",
    ],
    [
      "a chunk missing",
      (stores: ReturnType<typeof saved>) => stores.map((one) => ({ ...one, chunks: one.chunks.slice(1) })),
      "chunks",
    ],
    [
      "one store twice for two",
      (stores: ReturnType<typeof saved>) => stores.with(1, stores[0] ?? expect.fail()),
      "a store twice",
    ],
  ])("refuses to load %s", (_, change, message) => {
    const { registry, sealed } = sealedSample();
    const load = () => registry.createState().load(change(saved(sealed)));
    expect(load).toThrow(SyntaxError);
    expect(load).toThrow(message);
  });

  it("has another root with a store missing, and nothing left of what stood there", () => {
    const { registry, sealed } = sealedSample();
    for (const [at, { name }] of sealed.stores.entries()) {
      const { state } = foundSample();
      expect(toHex(state.load(saved(sealed).toSpliced(at, 1))), name).not.toBe(toHex(sealed.root));
      expect(state.seal().stores.map((store) => store.name)).not.toContain(name);
    }
    expect(registry.createState().seal().stores).toEqual([]);
  });

  it("has the same root under a program with another table, until that one has a row", () => {
    const { registry, sealed } = sealedSample();
    const newTable = defineTable<{ readonly n: number }>("later.rows");
    const later = defineDomain({ name: "later", tables: [newTable] });
    const state = createRegistry([...registry.domains, later]).createState();
    expect(toHex(state.load(saved(sealed)))).toBe(toHex(sealed.root));
    state.table(newTable).set("1", { n: 1 });
    const grown = state.seal();
    expect(toHex(grown.root)).not.toBe(toHex(sealed.root));
    state.table(newTable).delete("1");
    expect(rootOf(state)).toBe(toHex(sealed.root));
    expect(() => foundSample().state.load(saved(grown))).toThrow("the store later.rows, which is not known here");
  });
});
