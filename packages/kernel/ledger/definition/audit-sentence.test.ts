import { sampleDomain } from "@mingbai/testkit/sample-domain/sample-domain";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { role } from "../authority/role.ts";
import { type AuditFacts, auditSentence, containerCommand, deadlineCommand } from "./audit-sentence.ts";
import { defineCommand } from "./command.ts";
import { defineDomain } from "./domain.ts";
import { createRegistry } from "./registry.ts";

const give = defineCommand("money.give", {
  schema: z.strictObject({ amount: z.int() }),
  allow: [role("operator")],
  title: { en: "Give", zh: "给" },
  audit: { en: "gave {amount:money} to {to} for {why}", zh: "因 {why} 给 {to} {amount:money}" },
  execute: () => [],
});
const refusals = { TOO_MUCH: { number: 60_100, status: 422, en: "Only {holds} left.", zh: "只剩 {holds}" } };
const registry = createRegistry([sampleDomain, defineDomain({ name: "money", commands: [give], refusals })]);

function sentence(facts: Partial<AuditFacts> & { command: string }, decimals = 2) {
  const currency = { code: "CNY", decimals };
  return auditSentence({ registry, currency }, { result: "ok", lines: 0, events: [], ...facts });
}

describe("the sentence of the audit trail", () => {
  it("is filled from the events in both languages, the last event first", () => {
    const opened = { data: { to: "before", why: ["rent", "heat"] } };
    const given = { data: { amount: 123_456_789, to: { kind: "account", account: "a1" } } };
    expect(sentence({ command: "money.give", events: [opened, given] })).toEqual({
      en: "gave CNY 1,234,567.89 to account a1 for rent, heat",
      zh: "因 rent、heat 给 account a1 CNY 1,234,567.89",
    });
  });

  it.each([
    [5, 2, "CNY 0.05"],
    [100_000, 2, "CNY 1,000.00"],
    [1_234, 0, "CNY 1,234"],
    [1, 4, "CNY 0.0001"],
  ])("writes %i minor units of %i decimals as %s", (amount, decimals, text) => {
    const events = [{ data: { amount, to: "a", why: "b" } }];
    expect(sentence({ command: "money.give", events }, decimals).en).toBe(`gave ${text} to a for b`);
  });

  it("is the title alone where the events leave a field open", () => {
    expect(sentence({ command: "money.give", events: [{ data: { amount: 1 } }] })).toEqual({ en: "Give", zh: "给" });
  });

  it.each<[string, Partial<AuditFacts> & { command: string }, string, string]>([
    [
      "a reason whose words are whole",
      { command: "sample.eraseNote", result: "NOTE_MISSING" },
      "refused: Erase a note. There is no such note.",
      "拒绝：擦便条。没有这条便条",
    ],
    [
      "a reason whose details are not kept",
      { command: "money.give", result: "TOO_MUCH" },
      "refused: Give (TOO_MUCH)",
      "拒绝：给（TOO_MUCH）",
    ],
    [
      "a payment batch",
      { command: "sample.pay", result: "HEAD_REFUSED", lines: 9 },
      "refused: Pay. The batch is refused whole.",
      "拒绝：付款。整批不收",
    ],
    [
      "an unknown command under the name of deadlines",
      { command: deadlineCommand, result: "COMMAND_UNKNOWN" },
      "refused: ledger.deadline. The ledger knows no such command.",
      "拒绝：ledger.deadline。账本没有这个命令",
    ],
    [
      "a container",
      { command: containerCommand, result: "VOID_CONTAINER" },
      "refused: a member's container. The container holds something that is no valid transaction. Nothing in it counts.",
      "拒绝：成员提交的容器。容器里有不成立的交易，整个容器无效",
    ],
    [
      "an unknown command under the name of containers",
      { command: containerCommand, result: "COMMAND_UNKNOWN" },
      "refused: ledger.container. The ledger knows no such command.",
      "拒绝：ledger.container。账本没有这个命令",
    ],
  ])("says why it was refused: %s", (_, facts, en, zh) => {
    expect(sentence(facts)).toEqual({ en, zh });
  });

  it.each([
    [1, "Pay: 1 line", "付款：1 行"],
    [8_192, "Pay: 8,192 lines", "付款：8,192 行"],
  ])("counts the lines of a batch: %i", (lines, en, zh) => {
    expect(sentence({ command: "sample.pay", lines })).toEqual({ en, zh });
  });

  it("says so of what fell due", () => {
    expect(sentence({ command: deadlineCommand }).en).toBe("carried out what fell due or was proven");
  });
});
