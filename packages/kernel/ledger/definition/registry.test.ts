import { sampleDomain } from "@mingbai/testkit/sample-domain/sample-domain";
import { describe, expect, it } from "vitest";
import { type Domain, defineDomain } from "./domain.ts";
import { createRegistry } from "./registry.ts";

const declared = { status: 400, en: "No.", zh: "不" };
const { commands, events, tables, payments } = sampleDomain;
if (payments === undefined) throw new Error("the sample domain has no payments");

/** The sample domain, and beside it one of the same name with these parts. */
function withTwin(parts: Partial<Domain>) {
  return createRegistry([sampleDomain, defineDomain({ name: "sample", ...parts })]);
}

describe("the registry", () => {
  it.each([
    ["a command", { commands }],
    ["an event", { events }],
    ["a payments handler", { payments }],
    [
      "a command under a payments handler's name",
      { commands: commands.slice(0, 1).map((one) => ({ ...one, name: payments.name })) },
    ],
    ["a refusal's code", { refusals: { EXPIRED: { number: 60_100, ...declared } } }],
    ["a refusal's number", { refusals: { SOMETHING: { number: 1, ...declared } } }],
  ] as [string, Partial<Domain>][])("refuses %s that is there already", (_, parts) => {
    expect(() => withTwin(parts)).toThrow("twice");
  });

  it.each([0, -1, 1.5, 65_536, Number.NaN])("refuses %s for a refusal's number, which a leaf cannot hold", (number) => {
    expect(() => withTwin({ refusals: { SOMETHING: { number, ...declared } } })).toThrow("not from 1 to 65535");
  });

  it("refuses two tables of one name when it makes a state", () => {
    expect(() => withTwin({ tables }).createState()).toThrow("two stores");
  });

  it.each([
    ["a command", { commands }],
    ["an event", { events }],
    ["a payments handler", { payments }],
  ] as [string, Partial<Domain>][])("refuses %s that does not begin with its domain's name", (_, parts) => {
    expect(() => createRegistry([defineDomain({ name: "another", ...parts })])).toThrow("does not begin");
    expect(() => createRegistry([defineDomain({ name: "samp", ...parts })])).toThrow("does not begin");
  });

  it("finds what the domains define by name, and the ledger's own refusals", () => {
    const registry = createRegistry([sampleDomain]);
    expect([...registry.commands.keys()]).toEqual(commands.map(({ name }) => name));
    expect(registry.payments.get("sample.pay")).toBe(payments);
    expect(registry.refusals.get("NOT_ALLOWED")?.number).toBe(10);
    expect(registry.refusals.get("NOTE_MISSING")?.number).toBe(60_001);
  });
});
