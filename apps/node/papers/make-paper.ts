import { HttpProblem } from "@mingbai/http/problem";
import { organisationsView, personView } from "@mingbai/identity/views";
import { erasuresView } from "@mingbai/registry/views/erasures";
import { type PaymentRow, paymentsPageRowsMax, paymentsView, trackView } from "@mingbai/treasury/views";
import { type ManifestRow, manifestsView } from "@mingbai/treasury/views/acts";
import { manifestBatchesView } from "@mingbai/treasury/views/manifest-batches";
import { matterView } from "@mingbai/workflow/views";
import type { AskAs } from "./ask-as.ts";
import { erasurePaper } from "./erasure-paper.ts";
import { linesPrintedMax, listPaper } from "./list-paper.ts";
import { matterPaper } from "./matter-paper.ts";
import type { Paper } from "./paper.ts";
import type { PaperWords } from "./paper-words.ts";
import { trackPaper } from "./track-paper.ts";

/** What there are papers of: a matter, a list of people, a payment, an erasure of files, each by the identity that its page has. */
export const paperKinds = ["matter", "list", "track", "erasure"] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Makes a paper of what its reader may see now. Throws the problems of the questions: what is not theirs is unknown here too. */
export function makePaper(
  { kind, id }: { kind: PaperKind; id: string },
  ask: AskAs,
  { words, nowMs }: { words: PaperWords; nowMs: number },
): Promise<Paper> {
  switch (kind) {
    case "matter":
      return ofMatter(id, ask, { words, nowMs });
    case "list":
      return ofList(id, ask, { words, nowMs });
    case "track":
      return ask(trackView, { id }).then((track) => trackPaper(track, nowMs, words));
    case "erasure":
      return ofErasure(id, ask, { words, nowMs });
  }
}

type Said = { words: PaperWords; nowMs: number };

async function ofMatter(matter: string, ask: AskAs, { words, nowMs }: Said): Promise<Paper> {
  const [told, { rows }] = await Promise.all([ask(matterView, { matter }), ask(organisationsView, {})]);
  const names = new Map(rows.map(({ id, name }) => [id, name[words.language]]));
  return matterPaper(told, nowMs, { ...words, organisation: (id) => names.get(id) ?? id });
}

async function ofList(manifest: string, ask: AskAs, { words, nowMs }: Said): Promise<Paper> {
  const { rows, readAt } = await ask(manifestsView, { manifest });
  const [list] = rows;
  if (list === undefined) throw listUnknown();
  const { rows: batches } = await ask(manifestBatchesView, { manifest });
  const lines = await firstLines(batches, ask);
  const people = await namesOf(list, ask);
  return listPaper({ list, batches, lines, people, height: readAt.height }, nowMs, words);
}

async function ofErasure(erasure: string, ask: AskAs, { words, nowMs }: Said): Promise<Paper> {
  const { rows, readAt } = await ask(erasuresView, { erasure });
  const [row] = rows;
  if (row === undefined) throw erasureUnknown();
  return erasurePaper({ row, height: readAt.height }, nowMs, words);
}

async function firstLines(batches: readonly { transaction: string }[], ask: AskAs): Promise<PaymentRow[]> {
  const lines: PaymentRow[] = [];
  for (const { transaction } of batches) {
    const left = linesPrintedMax - lines.length;
    if (left === 0) break;
    const limit = Math.min(left, paymentsPageRowsMax);
    const { rows } = await ask(paymentsView, { batch: transaction, sort: "reference", order: "asc", limit });
    lines.push(...rows);
  }
  return lines;
}

async function namesOf({ people }: ManifestRow, ask: AskAs): Promise<Map<string, string>> {
  const accounts = people === null ? [] : [people.proposer, ...people.approvers.slice(0, 2)];
  const told = await Promise.all(accounts.map((account) => ask(personView, { account })));
  return new Map(told.map(({ account, name }) => [account, name === "" ? account : name]));
}

function listUnknown(): HttpProblem {
  const words = { en: "The ledger has no such list.", zh: "账本里没有这份清单" };
  return new HttpProblem({ code: "LIST_UNKNOWN", status: 404, ...words });
}

function erasureUnknown(): HttpProblem {
  const words = { en: "The ledger has no such erasure.", zh: "账本里没有这份删除申请" };
  return new HttpProblem({ code: "ERASURE_UNKNOWN", status: 404, ...words });
}
