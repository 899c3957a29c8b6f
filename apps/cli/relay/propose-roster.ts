import { subjectOf } from "@mingbai/governance/schema/subject";
import { proposalsPageRowsMax, proposalsView, settingsView } from "@mingbai/governance/views";
import { findRosterNote } from "@mingbai/ledger/proofs/roster-note";
import type { standingView } from "@mingbai/levels/views";
import { keepContent } from "@mingbai/sdk/contents";
import { problemIn } from "@mingbai/sdk/problem-error";
import type { z } from "zod";
import type { Bring, LedgerEnd } from "./ledger-end.ts";

const notFound = 404;
/** What voters read as the reason, in both languages: nobody is there to write it. */
const message = "中继提交：对方账本换了名册。The relay brings this: the other ledger has changed its roster.";

/**
 * Proposes to `to` the roster of `from` that follows the one approved last, once its note is signed and published. Its members decide: what
 * was proposed once, whatever became of it, is not proposed again. Answers whether it was proposed now. The relay's organisation has to be
 * a member of `to`; of others nothing is proposed.
 */
export async function proposeRoster(way: {
  readonly from: LedgerEnd;
  readonly to: LedgerEnd;
  readonly standing: z.output<typeof standingView.result>;
  readonly bring: Bring;
}): Promise<boolean> {
  const { from, to, standing, bring } = way;
  if (standing.state !== "open") return false;
  const epoch = standing.approved.roster.epoch + 1;
  const roster = await findPublishedRoster(from, epoch);
  if (roster === undefined) return false;
  const change = { kind: "tie", tie: { kind: "roster", ledger: from.chain, roster } } as const;
  const subject = subjectOf(change);
  const { rows, readAt } = await to.client.ask(proposalsView, { subject, limit: proposalsPageRowsMax });
  // Tables that are behind the ledger may not have what was proposed a moment ago.
  const isKnown = rows.some((row) => proposedEpoch(row) === epoch) || readAt.height < standing.height;
  if (isKnown) return false;
  const { members, bases } = await to.client.ask(settingsView, {});
  if (!members.some(({ organisation }) => organisation === to.organisation)) return false;
  const { commitment: words } = await keepContent(to.client, { kind: "words", message, reasons: [] });
  const base = bases.find((one) => one.subject === subject)?.count ?? 0;
  return bring("governance.propose", { change, base, words });
}

/** The note of this epoch's roster; undefined where there is none, or not signed by all who must. Throws ProblemError. */
async function findPublishedRoster({ client }: LedgerEnd, epoch: number): Promise<string | undefined> {
  const answer = await client.send(`/roster/${epoch}`);
  if (answer.status === notFound) return undefined;
  if (!answer.ok) throw await problemIn(answer);
  return answer.text();
}

function proposedEpoch({ change }: z.output<typeof proposalsView.result>["rows"][number]): number | undefined {
  if (change.kind !== "tie" || change.tie.kind !== "roster") return undefined;
  return findRosterNote(change.tie.roster)?.roster.epoch;
}
