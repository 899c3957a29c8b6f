import { levelFund } from "@mingbai/app-node/demo/levels/begin-level";
import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { subjectOf } from "@mingbai/governance/schema/subject";
import { proposalsView } from "@mingbai/governance/views";
import type { FundPair, TieKind } from "@mingbai/levels/schema";
import { tiesView } from "@mingbai/levels/views";
import { keepContent } from "@mingbai/sdk/contents";
import { ProblemError } from "@mingbai/sdk/problem-error";
import type { LevelDesks } from "./level-desks.ts";

/** A city and a county take each other on, each by its own members' vote. */
export async function tieLedgers(upper: LevelDesks, lower: LevelDesks): Promise<void> {
  const { inCity, inCounty } = levelFund;
  await takeOn(upper, lower, { as: "child", funds: [{ own: inCity, theirs: inCounty }] });
  await takeOn(lower, upper, { as: "parent", funds: [{ own: inCounty, theirs: inCity }] });
}

async function takeOn(desks: LevelDesks, other: LevelDesks, terms: { as: TieKind; funds: FundPair[] }): Promise<void> {
  const ledger = await other.chain();
  const client = await desks.clientOf("finance");
  const { rows } = await client.ask(tiesView, {});
  if (rows.some((row) => row.ledger === ledger)) return;
  const { zh, en } = other.level.name;
  const tie = { kind: "join", ledger, name: `${zh} ${en}`, roster: await other.rosterNote(), ...terms } as const;
  const change = { kind: "tie", tie } as const;
  // A tale that was broken off has proposed it already.
  const { rows: open } = await client.ask(proposalsView, { box: "open" });
  const proposal = open.find(({ subject }) => subject === subjectOf(change))?.id ?? (await propose(desks, change));
  for (const administrator of ["admin", "audit-admin"] as const) {
    await desks.act(administrator, "governance.vote", { proposal, choice: "for" }).catch((error: unknown) => {
      if (!(error instanceof ProblemError && error.code === "VOTED")) throw error;
    });
  }
}

async function propose(desks: LevelDesks, change: CanonicalObject): Promise<string> {
  const content = { kind: "words", message: "上下级账本互认，资金凭证明往来", reasons: [] };
  const { commitment: words } = await keepContent(await desks.clientOf("finance"), content);
  return desks.act("finance", "governance.propose", { change, base: 0, words });
}
