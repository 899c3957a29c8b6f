import { randomBytes } from "node:crypto";
import type { Number64 } from "@mingbai/codec/number64";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { ContentRefusal } from "@mingbai/http/contents/content-refusal";
import type { Disk } from "@mingbai/log/disk/disk";
import type { MailChoice } from "@mingbai/workflow/views/personal-settings";
import { durably } from "../contents/durably.ts";
import { OneByOne } from "../contents/one-by-one.ts";
import { SealedFiles } from "../people/sealed-files.ts";
import { MailRecord } from "./mail-record.ts";

const tokenBytes = 32;

interface MailStoreParts {
  readonly disk: Disk;
  readonly folder: string;
  readonly key: SealingKey;
  readonly onFatal: (error: Error) => void;
}

/** Who asked for mail, and what is on its way to them: the outbox. */
export class MailStore {
  readonly #files: SealedFiles<typeof MailRecord>;
  readonly #onFatal: MailStoreParts["onFatal"];
  readonly #oneByOne = new OneByOne();
  /** Whose token ends whose mail. */
  readonly #tokens = new Map<string, Number64>();

  private constructor(files: SealedFiles<typeof MailRecord>, onFatal: MailStoreParts["onFatal"]) {
    this.#files = files;
    this.#onFatal = onFatal;
  }

  /** Opens the folder and reads every record once: the last line of a mail must work after a start, too. */
  static async open({ onFatal, ...place }: MailStoreParts): Promise<MailStore> {
    const files = await SealedFiles.open({ ...place, what: "mail", schema: MailRecord });
    const store = new MailStore(files, onFatal);
    for (const account of await files.accounts()) {
      const record = await files.find(account);
      if (record !== undefined) store.#tokens.set(record.token, account);
    }
    return store;
  }

  find(account: Number64): Promise<MailRecord | undefined> {
    return this.#files.find(account);
  }

  /** Everyone who asked for mail. */
  accounts(): Promise<Number64[]> {
    return this.#files.accounts();
  }

  /**
   * Keeps what a person chose. `now`: the newest place there is, and the time; of what came before the first choice nothing
   * is sent. An address that is entered again is tried again.
   */
  choose(
    account: Number64,
    choice: MailChoice,
    now: { readonly place: string; readonly ms: number },
  ): Promise<MailRecord | ContentRefusal> {
    return this.#alone(account, async () => {
      const kept = await this.#files.find(account);
      const token = kept?.token ?? randomBytes(tokenBytes).toString("hex");
      const sent = { sentTo: kept?.sentTo ?? now.place, sentMs: kept?.sentMs ?? firstSentMs(choice, now.ms) };
      const record = { ...choice, token, ...sent, failures: 0, nextMs: 0, isRefused: false };
      await this.#files.write(account, record);
      this.#tokens.set(token, account);
      return record;
    });
  }

  /** Writes down what became of a mail, unless the person chose otherwise meanwhile. */
  update(account: Number64, seen: MailRecord, change: Partial<MailRecord>): Promise<MailRecord | ContentRefusal> {
    return this.#alone(account, async () => {
      const kept = await this.#files.find(account);
      if (kept === undefined || !isSameChoice(kept, seen)) return seen;
      const next = { ...kept, ...change };
      await this.#files.write(account, next);
      return next;
    });
  }

  /** Ends the mail and forgets the address for good. */
  end(account: Number64): Promise<object | ContentRefusal> {
    return this.#alone(account, async () => {
      for (const [token, owner] of this.#tokens) if (owner === account) this.#tokens.delete(token);
      await this.#files.remove(account);
      return {};
    });
  }

  /** Whose mail this token ends; undefined where it ended already. */
  ownerOf(token: string): Number64 | undefined {
    return this.#tokens.get(token);
  }

  #alone<T>(account: Number64, work: () => Promise<T>): Promise<T | ContentRefusal> {
    return this.#oneByOne.run(account, () => durably(this.#onFatal, work));
  }
}

function isSameChoice(a: MailRecord, b: MailRecord): boolean {
  const choiceOf = ({ address, kinds, pace }: MailRecord) => JSON.stringify([address, kinds, pace]);
  return choiceOf(a) === choiceOf(b);
}

/** The first mail of the day is the next morning's; the first at once may come at once. */
function firstSentMs({ pace }: MailChoice, nowMs: number): number {
  return pace === "daily" ? nowMs : 0;
}
