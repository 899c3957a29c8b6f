/**
 * What may be asked about matters. Asked as `GET /api/queries/<name>?…`. Browser-safe. Amounts are minor units, times
 * ms since 1970-01-01T00:00:00Z.
 */
import { z } from "zod";
import { ApplicationContent, WordsContent } from "./content.ts";
import { matterKinds, opinions, workflowCommands } from "./schema.ts";
import { stages } from "./stages.ts";
import { caseStages, messageSides, noticeKinds, recoveryStates } from "./views/notice-kinds.ts";
import { publicMattersView } from "./views/public-matter.ts";

export const queuePageRowsMax = 200;
export const queueTextCharsMax = 100;

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Account = z.string().regex(/^[0-9a-f]{16}$/);
const TimeMs = z.int().nonnegative();
const Count = z.int().nonnegative();
const ReadAt = z.object({ height: Count, timeMs: TimeMs });

/** Someone in a matter. `organisation` is empty for a person who acts for nobody; names of persons come masked. */
export const MatterParty = z.object({ account: Account, organisation: z.string(), name: z.string() });
export type MatterParty = z.infer<typeof MatterParty>;

/** An organisation by its id and public name. */
export const OrganisationName = z.object({ id: z.string(), en: z.string(), zh: z.string() });

/**
 * todo: the reader's own turn. waiting: theirs, but another's turn. overdue: of both, those whose time ran out.
 * done: those that the reader acted on and that wait for nobody of theirs. all: everything that the reader may see.
 */
export const boxes = ["todo", "waiting", "overdue", "done", "all"] as const;
export const Box = z.enum(boxes);
export type Box = z.infer<typeof Box>;

export const MatterRow = z.object({
  id: Hash,
  /** The number that people say, e.g. QS-2026-0318: addressee, year, count. */
  number: z.string(),
  kind: z.enum(matterKinds),
  /** Empty where this node may not read the content. */
  title: z.string(),
  stage: z.enum(stages),
  version: Count,
  applicant: MatterParty,
  addressee: OrganisationName,
  holder: OrganisationName,
  fund: z.int(),
  fundName: z.string(),
  payee: z.object({ account: Account, name: z.string() }),
  amountMinor: z.int(),
  submittedMs: TimeMs,
  /** Of the last act. */
  changedMs: TimeMs,
  /** Until when the next one should act; null at an end. */
  dueMs: TimeMs.nullable(),
  overdue: z.boolean(),
});
export type MatterRow = z.infer<typeof MatterRow>;

/** The most urgent first: by due time, then by number. `counts` are of the whole filter, for each box. */
export const queueView = {
  name: "workflow.queue",
  params: z.object({
    box: Box.default("todo"),
    stage: z.enum(stages).optional(),
    fund: z.coerce.number().int().optional(),
    text: z.string().trim().max(queueTextCharsMax).optional(),
    cursor: z.string().max(500).optional(),
    limit: z.coerce.number().int().min(1).max(queuePageRowsMax).default(50),
  }),
  result: z.object({
    rows: z.array(MatterRow).max(queuePageRowsMax),
    next: z.string().nullable(),
    counts: z.object({ todo: Count, waiting: Count, overdue: Count, done: Count, all: Count }),
    sumMinor: z.int(),
    readAt: ReadAt,
  }),
} as const;

type CommandName = keyof typeof workflowCommands;
/** What can be done with a matter, in the words of the ledger; `treasury.disburse` is the payment. */
export const acts = [
  ...(Object.keys(workflowCommands) as CommandName[]).map((verb) => `workflow.${verb}` as const),
  "treasury.disburse",
] as const;

/** One act of a matter's time line, the oldest first. */
export const MatterStep = z.object({
  transaction: Hash,
  height: Count,
  timeMs: TimeMs,
  /** The command, or "workflow.overdue" for what happened by deadline. */
  act: z.string(),
  by: MatterParty.nullable(),
  version: Count,
  stage: z.enum(stages),
  holder: OrganisationName,
  words: WordsContent.nullable(),
  /** Of an organisation that was asked. */
  opinion: z.enum(opinions).optional(),
});
export type MatterStep = z.infer<typeof MatterStep>;

/** `content` is null where the reader or this node may not read it. */
export const MatterVersion = z.object({
  version: Count,
  timeMs: TimeMs,
  content: ApplicationContent.nullable(),
  commitment: Hash,
  fund: z.int(),
  amountMinor: z.int(),
  payee: z.object({ account: Account, name: z.string() }),
});
export type MatterVersion = z.infer<typeof MatterVersion>;

/** What the machine looked at, before anyone decides. `other`: the matter in which the same was found. */
export const MatterCheck = z.object({
  check: z.enum(["invoiceUnused", "amountWithinContract", "invoicesAddUp", "payeeKnown"]),
  passed: z.boolean(),
  other: z.object({ id: Hash, number: z.string() }).nullable(),
});

/** Unknown, or not the reader's to see: problem MATTER_UNKNOWN (404). */
export const matterView = {
  name: "workflow.matter",
  params: z.object({ matter: Hash }),
  result: MatterRow.extend({
    versions: z.array(MatterVersion),
    steps: z.array(MatterStep),
    checks: z.array(MatterCheck),
    /** What this reader may do now. */
    may: z.array(z.enum(acts)),
    /** Where the money went: the payment's transaction and the payee's place; null before. */
    paid: z
      .object({
        transaction: Hash,
        fund: z.int(),
        tranche: z.int(),
        amountMinor: z.int(),
        /** Its id in the list of payments and for its track; absent where an office received the money. */
        payment: z.string().optional(),
      })
      .nullable(),
    readAt: ReadAt,
  }),
} as const;
export type MatterDetail = z.infer<typeof matterView.result>;

/** A place in the log, as text: notices are told apart and stand in order by it. */
export const NoticePlace = z.string().regex(/^(0|[1-9]\d{0,15})$/);

/** What concerns a person. `state`: the stage that a matter or case came to, how a recovery stands, or who wrote, explained or handed households over. */
export const Notice = z.object({
  at: NoticePlace,
  kind: z.enum(noticeKinds),
  state: z.enum([...new Set([...stages, ...recoveryStates, ...messageSides, ...caseStages])]),
  timeMs: TimeMs,
  matter: MatterRow.pick({ id: true, number: true, title: true, stage: true, addressee: true }).nullable(),
  /** Whose key is recovered. */
  person: MatterParty.nullable(),
  /** In whose file the message is, or who has said something about what was found of them. */
  household: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
  /** A case of entry or exit. */
  case: z.object({ id: z.string().regex(/^[0-9a-f]{16}$/), about: z.enum(["entry", "exit"]) }).nullable(),
  /** Of the office that a case or a household concerns; null for a person whom it concerns. */
  area: z.object({ id: z.string(), en: z.string(), zh: z.string() }).nullable(),
});
export type Notice = z.infer<typeof Notice>;

/** What concerns the reader and was done by others, the newest first; `oldest` first for who catches up from `after`. */
export const noticesView = {
  name: "workflow.notices",
  params: z.object({
    after: NoticePlace.optional(),
    before: NoticePlace.optional(),
    order: z.enum(["newest", "oldest"]).default("newest"),
    limit: z.coerce.number().int().min(1).max(queuePageRowsMax).default(50),
  }),
  result: z.object({ rows: z.array(Notice).max(queuePageRowsMax), more: z.boolean(), readAt: ReadAt }),
} as const;

/** How many notices are counted; the bell says "more" beyond. */
export const noticesCountedMax = 100;

/** What is older than this is nobody's unread: who comes to a ledger of years is not told of all of them. */
export const noticeUnreadMs = 30 * 86_400_000;

/**
 * How many notices stand after a place, up to `noticesCountedMax`. `from`: that place, or the one before which notices are
 * too old to be unread.
 */
export const noticeCountView = {
  name: "workflow.noticeCount",
  params: z.object({ after: NoticePlace.optional() }),
  result: z.object({
    count: Count.max(noticesCountedMax),
    from: NoticePlace,
    newest: NoticePlace.nullable(),
    readAt: ReadAt,
  }),
} as const;

export const workflowViews = [queueView, matterView, noticesView, noticeCountView, publicMattersView] as const;
