import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { type FollowedLog, followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { type Current, findCurrent, type KeyPlace, readKek, sideOf } from "./generation-files.ts";
import type { KeyMarks } from "./key-book.ts";
import { type GenerationKey, openKeyRecord } from "./key-record.ts";
import { SubjectKeys } from "./subject-keys.ts";

/** How often a generation that gives way while it is read is looked for again. */
const attemptsMax = 8;

/** What is known of one generation. */
interface Known extends GenerationKey {
  readonly keys: SubjectKeys;
  readonly log: FollowedLog;
  read: number;
}

/** The keys as a process reads them that does not write them. */
export class KeyReader {
  readonly #place: KeyPlace;
  readonly #key: SealingKey;
  #known: Known | undefined;

  constructor(place: KeyPlace, key: SealingKey) {
    this.#place = place;
    this.#key = key;
  }

  get keys(): SubjectKeys {
    return this.#known?.keys ?? none;
  }

  /**
   * Takes note of the records below a mark. Keys of another generation are dropped from memory first. Where the writer has gone
   * on to a later generation than it told of, that one is read as far as it counts.
   */
  async readUpTo(marks: KeyMarks): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const current = await findCurrent(this.#place);
      if (current === undefined) throw new Error(`${this.#place.folder} has no keys`);
      try {
        return await this.#read(current, marks);
      } catch (error) {
        this.#drop();
        const isGone = (await findCurrent(this.#place))?.generation !== current.generation;
        if (!isGone || attempt === attemptsMax) throw error;
      }
    }
  }

  async #read({ generation, records }: Current, marks: KeyMarks): Promise<void> {
    if (this.#known?.generation !== generation) {
      this.#drop();
      const kek = await readKek(this.#place, { generation, key: this.#key });
      const log = followSegmentLog({ disk: this.#place.disk, folder: sideOf(this.#place, generation).log });
      this.#known = { generation, kek, keys: new SubjectKeys(), log, read: 0 };
    }
    const known = this.#known;
    const below = Math.max(records, marks.generation === generation ? marks.keys : 0);
    if (below <= known.read) return;
    for await (const { sequence, payload } of known.log.records({ from: known.read, below })) {
      known.keys.take(openKeyRecord(known, payload));
      known.read = sequence + 1;
    }
  }

  #drop(): void {
    this.#known?.kek.fill(0);
    this.#known?.keys.wipe();
    this.#known = undefined;
  }
}

const none = new SubjectKeys();
