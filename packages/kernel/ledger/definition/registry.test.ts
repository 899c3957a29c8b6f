import { sampleDomain } from "@mingbai/testkit/sample-domain/sample-domain";
import { describe, expect, it } from "vitest";
import { createRegistry } from "./registry.ts";

const other = { ...sampleDomain, tables: [], refusals: {}, commands: [], events: [], payments: undefined };
const declared = { status: 400, en: "No.", zh: "不" };

describe("the registry", () => {
  it.each([
    ["a command", { commands: sampleDomain.commands }],
    ["an event", { events: sampleDomain.events }],
    ["a refusal's code", { refusals: { EXPIRED: { number: 60_100, ...declared } } }],
    ["a refusal's number", { refusals: { SOMETHING: { number: 1, ...declared } } }],
  ])("refuses %s that is there already", (_, parts) => {
    const { payments, ...twin } = other;
    expect(payments).toBeUndefined();
    expect(() => createRegistry([sampleDomain, { ...twin, ...parts }])).toThrow();
  });

  it("refuses two tables of one name when it makes a state", () => {
    const { payments, ...twin } = { ...other, tables: sampleDomain.tables };
    expect(payments).toBeUndefined();
    expect(() => createRegistry([sampleDomain, twin]).createState()).toThrow("two stores");
  });

  it("refuses a command that does not begin with its domain's name", () => {
    expect(() => createRegistry([{ ...sampleDomain, name: "another" }])).toThrow("does not begin");
  });
});
