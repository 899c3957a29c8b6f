import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { PeerFaults } from "@mingbai/exchange/peer-faults";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Links } from "@mingbai/exchange/ports/links";
import type { Event } from "@mingbai/ledger/definition/event";
import type { Disk } from "@mingbai/log/disk/disk";
import { removePartials } from "@mingbai/log/disk/whole-file";
import { durably } from "../contents/durably.ts";
import { isFileSubject } from "../contents/file-record.ts";
import { OneByOne } from "../contents/one-by-one.ts";
import type { VaultLog } from "../vault/vault-log.ts";
import { VaultLookup } from "../vault/vault-lookup.ts";
import type { VaultReader } from "../vault/vault-reader.ts";
import type { Entitlement } from "./entitlement.ts";
import { Entries } from "./entries.ts";
import { EntryFetcher } from "./entry-fetcher.ts";
import { findAnswer } from "./frames/answers.ts";
import { findAsk } from "./frames/ask.ts";
import { isSealedFrame, sealedFrames } from "./frames/frame-type.ts";
import { fetchesAtOnceMax } from "./limits.ts";
import { findGiver } from "./named-subjects.ts";
import type { PartShelf } from "./part-shelf.ts";
import { Questions } from "./questions.ts";
import { ServeSealed } from "./serve-sealed.ts";
import { type Want, Wanted } from "./wanted.ts";

/** The members as the links number them, each an organisation. */
export interface NumberedMembers {
  readonly organisations: readonly (string | undefined)[];
  /** This node's own number; undefined for one that only follows. */
  readonly self: number | undefined;
}

export interface SealedExchangeParts {
  readonly disk: Disk;
  /** Ciphertexts of files, by their digests. */
  readonly filesFolder: string;
  /** Small files of this node's part in the network, and files that are not whole yet. */
  readonly folder: string;
  readonly vault: VaultLog;
  readonly reader: VaultReader;
  /** Parts of household files. */
  readonly shelf: PartShelf;
  /** Opens this vault. */
  readonly key: SealingKey;
  readonly links: Links;
  readonly clock: Clock;
  readonly entitlement: Entitlement;
  readonly members: () => NumberedMembers;
  /** Told after each entry that came, once it is durable. */
  readonly onStored: () => void;
  readonly onFatal: (error: Error) => void;
}

/** What an operator sees of it. */
export interface SealedStatus {
  /** Entries that this node may have and nobody has given it yet. */
  readonly wanted: number;
  /** Wrong answers by member number. */
  readonly faults: Readonly<Record<number, number>>;
}

/**
 * Lets entries of vaults, and the files that they are about, come from the node where they were typed to those that may have
 * them (docs/adr/0025). The ledger announces them; who lacks one asks the others in turn until it is there.
 */
export class SealedExchange {
  readonly #parts: SealedExchangeParts;
  readonly #entries: Entries;
  readonly #questions: Questions;
  readonly #faults: PeerFaults;
  readonly #serve: ServeSealed;
  readonly #wanted: Wanted;
  readonly #fetcher: EntryFetcher;
  readonly #oneByOne = new OneByOne();
  #fetching = 0;
  #considering: Promise<void> = Promise.resolve();
  #isClosed = false;

  private constructor(
    parts: SealedExchangeParts,
    { wanted, partialFolder }: { wanted: Wanted; partialFolder: string },
  ) {
    const { links, clock, vault, reader, shelf, key, disk, filesFolder, entitlement } = parts;
    this.#parts = parts;
    const lookup = new VaultLookup({ vault, reader });
    this.#entries = new Entries({ vault: lookup, shelf, disk, filesFolder });
    this.#questions = new Questions({ links, clock });
    this.#faults = new PeerFaults(clock);
    this.#wanted = wanted;
    const shared = { entries: this.#entries, shelf, key, disk, filesFolder };
    const mayHave = (organisation: string, subject: string) => entitlement.mayHave(organisation, subject);
    this.#serve = new ServeSealed({ ...shared, vault: lookup, links, mayHave });
    const putSealed: VaultLog["putSealed"] = (entry) => vault.putSealed(entry);
    const asking = { questions: this.#questions, faults: this.#faults, wanted };
    this.#fetcher = new EntryFetcher({ ...shared, ...asking, putSealed, partialFolder });
  }

  /** Opens it on what its folder holds. Events are told from the first one on; it asks for nothing before `start`. */
  static async open(parts: SealedExchangeParts): Promise<SealedExchange> {
    const { disk, filesFolder, folder, clock } = parts;
    const partialFolder = `${folder}/arriving`;
    for (const needed of [filesFolder, folder, partialFolder]) await disk.makeFolder(needed);
    await removePartials(disk, partialFolder);
    const wanted = await Wanted.open({ disk, clock, path: `${folder}/wanted.json` });
    return new SealedExchange(parts, { wanted, partialFolder });
  }

  /** Begins to ask: what is durable was told. */
  start(): void {
    this.#wanted.onReady(() => this.#pump());
  }

  /** Takes the frames that are its own; false for others. */
  take(from: number, frame: Uint8Array): boolean {
    if (!isSealedFrame(frame)) return false;
    const organisation = this.#parts.members().organisations[from];
    // Whoever only watches holds nobody's keys.
    if (this.#isClosed || organisation === undefined || this.#faults.isMuted(from)) return true;
    if (frame[0] === sealedFrames.ask) {
      const ask = findAsk(frame);
      if (ask !== undefined) this.#guard(this.#serve.answer({ from, organisation }, ask));
      else this.#faults.add(from, "MALFORMED_FRAME");
      return true;
    }
    const answer = findAnswer(frame);
    if (answer !== undefined) this.#questions.answered(from, answer);
    else this.#faults.add(from, "MALFORMED_FRAME");
    return true;
  }

  /** Takes the events of durable blocks in their order. */
  follow(events: readonly Event[]): void {
    const subjects = [...this.#parts.entitlement.follow(events)];
    if (subjects.length > 0) this.consider(subjects);
  }

  /** Wants those of these entries that this organisation may have and its vault lacks. */
  consider(subjects: Iterable<string>): void {
    this.#considering = this.#considering.then(async () => {
      for (const subject of subjects) {
        if (this.#isClosed) return;
        if (this.#mayHave(subject) && !(await this.#entries.has(subject))) this.#wanted.add([subject]);
      }
    });
    this.#guard(this.#considering);
  }

  status(): SealedStatus {
    const faults = this.#parts.members().organisations.map((_, member): [number, number] => {
      const counts = Object.values(this.#faults.of(member));
      return [member, counts.reduce((sum, count) => sum + count, 0)];
    });
    return { wanted: this.#wanted.size, faults: Object.fromEntries(faults.filter(([, count]) => count > 0)) };
  }

  close(): void {
    this.#isClosed = true;
    this.#wanted.close();
    this.#questions.close();
  }

  /** Whether this node's own organisation may have an entry. */
  #mayHave(subject: string): boolean {
    const { organisations, self = -1 } = this.#parts.members();
    const organisation = organisations[self];
    return organisation !== undefined && this.#parts.entitlement.mayHave(organisation, subject);
  }

  #pump(): void {
    while (!this.#isClosed && this.#fetching < fetchesAtOnceMax) {
      const want = this.#wanted.next();
      if (want === undefined) return;
      this.#fetching += 1;
      this.#guard(
        this.#oneByOne
          .run(want.subject, () => this.#fetch(want))
          .finally(() => {
            this.#fetching -= 1;
            this.#pump();
          }),
      );
    }
  }

  async #fetch(want: Want): Promise<void> {
    if (!(await this.#isDue(want))) return;
    const expected = await this.#fetcher.expectedOf(want);
    for (const member of this.#othersFor(want)) {
      if (this.#isClosed) return;
      if (this.#faults.isMuted(member)) continue;
      const isFetched = await durably(this.#parts.onFatal, () => this.#fetcher.fetch(member, { want, expected }));
      if (isFetched !== true) continue;
      await this.#removeErased(want);
      this.#wanted.done(want);
      this.#parts.onStored();
      return;
    }
    if (!this.#isClosed) this.#wanted.later(want);
  }

  /** False where it is here, or is not to come now. What another entry names may be for this organisation again later. */
  async #isDue(want: Want): Promise<boolean> {
    const { path, subject } = want;
    const isErased = await this.#removeErased(want);
    const mayHave = this.#mayHave(path[0] ?? "");
    const isOver = isErased || (mayHave ? await this.#entries.isWhole(subject) : path.length === 1);
    const naming = path.at(-2);
    const canBeJudged = naming === undefined || (await this.#entries.has(naming));
    if (isOver) this.#wanted.done(want);
    else if (!mayHave || !canBeJudged) this.#wanted.later(want);
    else return true;
    return false;
  }

  /**
   * Removes a photo that came while whom it shows was being erased, or that a crash left on the way: the erasure found no record of
   * it. True where there is to be nothing of what names it.
   */
  async #removeErased({ subject, path: [first = ""] }: Want): Promise<boolean> {
    if (!this.#parts.entitlement.isErased(first)) return false;
    const giver = findGiver(first);
    if (isFileSubject(subject) && giver !== undefined) await this.#entries.removeFile(subject, giver);
    return true;
  }

  /** The others in turn, beginning elsewhere for each entry: nobody is asked for everything first. */
  #othersFor({ subject }: Want): number[] {
    const { organisations, self } = this.#parts.members();
    const others = organisations
      .keys()
      .filter((member) => member !== self)
      .toArray();
    const first = [...subject].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % Math.max(1, others.length);
    return [...others.slice(first), ...others.slice(0, first)];
  }

  #guard(work: Promise<void>): void {
    work.catch((error: unknown) => {
      // What was under way finds the disk closed then.
      if (!this.#isClosed) this.#parts.onFatal(error instanceof Error ? error : new Error(String(error)));
    });
  }
}
