import { createHmac } from "node:crypto";
import type { Number64 } from "@mingbai/codec/number64";
import { isContentRefusal } from "@mingbai/http/contents/content-refusal";
import type { Reader } from "@mingbai/http/query-route";
import type { NoticeAsker } from "@mingbai/workflow/queries/find-told";
import type { Notice, noticesView } from "@mingbai/workflow/views";
import type { z } from "zod";
import type { MailOutcome, MailPort } from "./mail-port.ts";
import type { MailRecord, PendingMail } from "./mail-record.ts";
import type { MailStore } from "./mail-store.ts";
import { mailText } from "./mail-text.ts";
import { awayMs, lastMorningMs, mailGapMsMin, mailTriesMax, refusalsMax, retryMs } from "./mail-times.ts";

/** Notices that one mail tells of; more of them are told by the next. */
export const noticesPerMailMax = 200;
/** People whom one question to the tables asks about; a round asks it again for the next ones. */
export const askedAtOnceMax = 1_000;
/** So often in a row the server must be away until a round ends: one address alone may be the reason once. */
const awayInRowMax = 2;
const idCharacters = 32;

type Asked = z.input<typeof noticesView.params>;

export interface NoticeMailParts {
  readonly store: Pick<MailStore, "accounts" | "find" | "update">;
  readonly port: MailPort;
  /** Whom the ledger knows by this account now. */
  readonly findReader: (account: Number64) => Reader | undefined;
  /** The accounts of those to whom something was told after their place. */
  readonly findTold: (askers: readonly NoticeAsker[]) => Promise<ReadonlySet<Number64>>;
  readonly askNotices: (params: Asked, reader: Reader) => Promise<{ readonly rows: readonly Notice[] }>;
  /** Where the node's pages are, without a slash at the end. */
  readonly page: () => string;
  readonly zoneOffsetMinutes: number;
  /** Keys the identities of mails, so that they tell nobody whose they are. */
  readonly idKey: Uint8Array;
  /** The node's clock, ms. */
  readonly now: () => number;
}

/**
 * Sends notices by mail: at least once, since a mail is written down before it goes and again after it went, and once in
 * normal running; a crash between the two sends the same Message-ID again. The ledger itself is the queue: a record holds
 * only how far its mail went, so that nothing grows while a server is away.
 */
export class NoticeMail {
  readonly #parts: NoticeMailParts;
  #awayTimes = 0;
  #awayUntilMs = 0;

  constructor(parts: NoticeMailParts) {
    this.#parts = parts;
  }

  /** One round: everyone whose mail is due. Returns how many mails went. */
  async round(): Promise<number> {
    const { now } = this.#parts;
    let sent = 0;
    let awayInRow = 0;
    if (now() < this.#awayUntilMs) return sent;
    for await (const account of this.#waiting()) {
      const outcome = await this.#serve(account);
      if (outcome === "sent") sent++;
      if (outcome !== undefined) awayInRow = outcome === "away" ? awayInRow + 1 : 0;
      if (outcome !== undefined && outcome !== "away") this.#awayTimes = 0;
      if (awayInRow >= awayInRowMax) break;
    }
    if (awayInRow > 0) this.#awayUntilMs = now() + awayMs(++this.#awayTimes);
    return sent;
  }

  /** Those who have a mail on its way, or are due one and were told something. Who has nothing new costs no question of their own. */
  async *#waiting(): AsyncGenerator<Number64> {
    const { store, findTold } = this.#parts;
    const accounts = await store.accounts();
    for (let from = 0; from < accounts.length; from += askedAtOnceMax) {
      const chosen = accounts.slice(from, from + askedAtOnceMax);
      const pending = new Set<Number64>();
      const askers: NoticeAsker[] = [];
      for (const account of chosen) {
        const { record, reader } = (await this.#findOpen(account)) ?? {};
        if (record?.pending !== undefined) pending.add(account);
        else if (record !== undefined && reader !== undefined && this.#isDue(record))
          askers.push({ reader: { ...reader, account }, after: record.sentTo });
      }
      const told = askers.length === 0 ? new Set() : await findTold(askers);
      yield* chosen.filter((account) => pending.has(account) || told.has(account));
    }
  }

  /** What an account chose and who it is; undefined where nothing may be sent to it now. */
  async #findOpen(account: Number64): Promise<{ record: MailRecord; reader: Reader } | undefined> {
    const { store, findReader, now } = this.#parts;
    const record = await store.find(account);
    const reader = findReader(account);
    if (record === undefined || reader === undefined || record.isRefused || now() < record.nextMs) return undefined;
    return { record, reader };
  }

  /** What became of this account's mail; undefined where nothing was to be sent. */
  async #serve(account: Number64): Promise<MailOutcome | undefined> {
    const { store, port, page } = this.#parts;
    // Read once more: they may have chosen otherwise while others were served.
    const found = await this.#findOpen(account);
    if (found === undefined) return undefined;
    const isPlanned = found.record.pending !== undefined;
    const record = isPlanned ? found.record : await this.#plan(account, found.record, found.reader);
    if (record?.pending === undefined) return undefined;
    const { address, token, pending } = record;
    const outcome = await port.send({
      to: address,
      id: pending.id,
      ...mailText(page(), { count: pending.count, token }),
    });
    await store.update(account, record, this.#after(outcome, record, pending));
    return outcome;
  }

  /** The record with the mail that is due, written down; undefined where none is. */
  async #plan(account: Number64, record: MailRecord, reader: Reader): Promise<MailRecord | undefined> {
    const { store, askNotices } = this.#parts;
    if (!this.#isDue(record)) return undefined;
    const asked = { after: record.sentTo, order: "oldest" as const, limit: noticesPerMailMax };
    const { rows } = await askNotices(asked, reader);
    const to = rows.at(-1)?.at;
    if (to === undefined) return undefined;
    const count = rows.filter(({ kind }) => record.kinds.includes(kind)).length;
    const change = count === 0 ? { sentTo: to } : { pending: { id: this.#idOf(account, to), to, count } };
    const written = await store.update(account, record, change);
    return isContentRefusal(written) ? undefined : written;
  }

  #isDue({ pace, sentMs }: MailRecord): boolean {
    const { now, zoneOffsetMinutes } = this.#parts;
    if (pace === "daily") return sentMs < lastMorningMs(now(), zoneOffsetMinutes);
    return now() >= sentMs + mailGapMsMin || sentMs === 0;
  }

  #after(outcome: MailOutcome, { failures }: MailRecord, { to }: PendingMail): Partial<MailRecord> {
    const nowMs = this.#parts.now();
    const done = { sentTo: to, sentMs: nowMs, pending: undefined, failures: 0, nextMs: 0 };
    const again = { failures: failures + 1, nextMs: nowMs + retryMs(failures + 1) };
    switch (outcome) {
      case "sent":
        return done;
      case "refused":
        return failures + 1 >= refusalsMax ? { ...again, isRefused: true } : again;
      case "later":
        return failures + 1 >= mailTriesMax ? done : again;
      case "away":
        return { nextMs: nowMs + awayMs(this.#awayTimes + 1) };
    }
  }

  #idOf(account: Number64, to: string): string {
    return createHmac("sha256", this.#parts.idKey).update(`mail ${account} ${to}`).digest("hex").slice(0, idCharacters);
  }
}
