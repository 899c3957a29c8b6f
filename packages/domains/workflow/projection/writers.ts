import type { ProjectionContext } from "@mingbai/read-model/projection";
import type { MatterKind, Terms } from "../schema.ts";
import type { Stage } from "../stages.ts";
import type { Party } from "../tables.ts";
import { awaitsContent } from "./awaited.ts";
import { findApplication, findWords } from "./contents.ts";
import type { MatterBook } from "./matter-book.ts";
import { nextNumber } from "./matter-number.ts";
import { type Concern, concernsOf, overdueConcerns } from "./notices.ts";
import { writeSearched } from "./searched.ts";
import { actorKey, everyKey, keyOf, matterRowOf, turnKeyOf } from "./seats.ts";
import { type MatterRecord, neverMs } from "./tables.ts";

/** One event with its place. Its data was checked when it was made and stands in the log as it was. */
export interface Fact {
  readonly type: string;
  readonly data: { readonly [name: string]: unknown };
  readonly seq: number;
  readonly id: string;
  readonly height: number;
  readonly timeMs: number;
  /** Name of the command; undefined for what happened by deadline. */
  readonly command: string | undefined;
  /** Number of this payment among those of its transaction. */
  readonly payment: number;
}

export const overdueAct = "workflow.overdue";

type Write = (fact: Fact, book: MatterBook, context: ProjectionContext) => Promise<void> | void;

/** What each kind of event changes. Money that was the effect of a matter is told with it. */
export const writers: { readonly [type: string]: Write } = {
  "workflow.matterSubmitted": writeVersion,
  "workflow.matterMoved": writeMove,
  [overdueAct]: (fact, book) => {
    const record = book.get(textOf(fact, "matter"));
    record.is_overdue = true;
    addStep(fact, book, { record, act: overdueAct, words: null });
    addNotices(fact, book, { record, concerns: overdueConcerns(record) });
  },
  "treasury.paid": (fact, book) => writePaid(fact, book, { tranche: "tranche", line: fact.payment }),
  "treasury.allocated": (fact, book) => writePaid(fact, book, { tranche: "toTranche", line: null }),
};

async function writeVersion(fact: Fact, book: MatterBook, context: ProjectionContext): Promise<void> {
  const version = Number(fact.data.version);
  const terms = fact.data.terms as Terms;
  const given = { commitment: textOf(fact, "content"), giver: textOf(fact, "by") };
  const content = await findApplication(context.vault, given);
  const record = version === 1 ? await createRecord(fact, book, context) : book.get(textOf(fact, "matter"));
  Object.assign(record, { version, ...terms, content: given.commitment, decided: [] });
  record.entered = [...new Set([...record.entered, given.giver])];
  const { seq } = record;
  const opened = content === undefined ? null : JSON.stringify(content);
  book.add("version", { seq, version, time_ms: fact.timeMs, commitment: given.commitment, ...terms, content: opened });
  writeSearched(book, { record, content });
  for (const { file } of content?.files ?? []) book.add("file", { file, seq, entered_by: given.giver });
  if (content === undefined) await awaitsContent(context, { ...given, matter: record.matter, seq, version });
}

async function createRecord(fact: Fact, book: MatterBook, context: ProjectionContext): Promise<MatterRecord> {
  const applicant = fact.data.applicant as Party;
  const addressee = textOf(fact, "to");
  const record: MatterRecord = {
    seq: fact.seq,
    matter: textOf(fact, "matter"),
    number: await nextNumber(context, { addressee, year: Number(fact.data.year) }),
    kind: fact.data.kind as MatterKind,
    stage: "submitted",
    version: 1,
    applicant: applicant.account,
    applicant_organisation: applicant.organisation,
    addressee,
    holder: addressee,
    payee: "",
    fund: 0,
    amount: 0,
    content: "",
    title: "",
    search: "",
    entered: [],
    decided: [],
    asked: [],
    actors: [],
    submitted_ms: fact.timeMs,
    changed_ms: fact.timeMs,
    due_ms: neverMs,
    is_overdue: false,
    paid_by: null,
    paid_line: null,
    paid_fund: null,
    paid_tranche: null,
    paid_amount: null,
  };
  book.create(record);
  return record;
}

async function writeMove(fact: Fact, book: MatterBook, context: ProjectionContext): Promise<void> {
  const record = book.get(textOf(fact, "matter"));
  const by = textOf(fact, "by");
  const { words, dueMs, decides } = fact.data;
  record.actors = [...new Set([...record.actors, ...sidesOf(fact, record).map((side) => actorKey(by, side))])];
  record.stage = fact.data.stage as Stage;
  record.holder = textOf(fact, "holder");
  record.changed_ms = fact.timeMs;
  record.due_ms = dueMs === undefined ? neverMs : Number(dueMs);
  record.is_overdue = false;
  if (decides === true) record.decided = [...new Set([...record.decided, by])];
  if (record.holder !== record.addressee) record.asked = [...new Set([...record.asked, record.holder])];
  const given = words === undefined ? undefined : { commitment: String(words), giver: by };
  const said = given && (await findWords(context.vault, given));
  if (given !== undefined && said === undefined) await awaitsContent(context, { ...given, at: fact.seq });
  addStep(fact, book, {
    record,
    act: fact.command ?? "",
    words: said === undefined ? null : JSON.stringify(said),
  });
  addNotices(fact, book, { record, concerns: concernsOf(record, fact.command) });
}

/** For which side the actor moved the matter, which still stands where it was. A dispute is ended by the receiver or the regulator. */
function sidesOf({ command }: Fact, record: MatterRecord): string[] {
  const row = matterRowOf(record);
  if (command === "workflow.submitMatter" || command === "workflow.resubmitMatter") return [keyOf(row.applicant)];
  if (command === "workflow.settleDispute") return [keyOf(row.receiver), everyKey];
  const turn = turnKeyOf(row);
  return turn === undefined ? [] : [turn];
}

function addStep(
  { seq: at, id, height, timeMs, data }: Fact,
  book: MatterBook,
  { record, act, words }: { record: MatterRecord; act: string; words: string | null },
): void {
  const { seq, version, stage, holder } = record;
  const by = data.by === undefined ? null : String(data.by);
  const opinion = data.opinion === undefined ? null : String(data.opinion);
  book.add("step", {
    at,
    seq,
    id,
    height,
    time_ms: timeMs,
    act,
    by_account: by,
    version,
    stage,
    holder,
    opinion,
    words,
  });
}

function addNotices(
  { seq: at, timeMs, data }: Fact,
  book: MatterBook,
  { record: { seq, stage }, concerns }: { record: MatterRecord; concerns: readonly Concern[] },
): void {
  const by_account = data.by === undefined ? "" : String(data.by);
  for (const { key, roles, kind } of concerns)
    book.add("notice", { key, at, kind, state: stage, roles, by_account, time_ms: timeMs, seq, person: null });
}

function writePaid(fact: Fact, book: MatterBook, at: { tranche: string; line: number | null }): void {
  if (fact.data.matter === undefined) return;
  const record = book.get(textOf(fact, "matter"));
  record.paid_by = fact.id;
  record.paid_line = at.line;
  record.paid_fund = Number(fact.data.fund);
  record.paid_tranche = Number(fact.data[at.tranche]);
  record.paid_amount = Number(fact.data.amount);
}

function textOf({ data }: Fact, name: string): string {
  return String(data[name]);
}
