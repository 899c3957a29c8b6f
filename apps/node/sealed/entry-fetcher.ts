import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { PeerFaults } from "@mingbai/exchange/peer-faults";
import { findGivenPart } from "@mingbai/read-model/given-part";
import { isFileSubject, readFileRecord } from "../contents/file-record.ts";
import { findOpened } from "../vault/node-sealing.ts";
import type { Entries } from "./entries.ts";
import { type FilePlaces, fetchFile, placeFile } from "./fetch-file.ts";
import type { Ask } from "./frames/ask.ts";
import { type Expected, findJudged } from "./judge-entry.ts";
import { subjectsPerPathMax } from "./limits.ts";
import { namedSubjects } from "./named-subjects.ts";
import type { PartShelf } from "./part-shelf.ts";
import type { Questions } from "./questions.ts";
import type { Want, Wanted } from "./wanted.ts";

interface Parts extends FilePlaces {
  readonly questions: Questions;
  readonly faults: PeerFaults;
  readonly wanted: Wanted;
  readonly entries: Pick<Entries, "has" | "find">;
  readonly shelf: Pick<PartShelf, "take">;
  readonly putSealed: (entry: { subject: string; sealed: Uint8Array }) => Promise<void>;
  readonly key: SealingKey;
}

/** Fetches single entries from single members, and believes nothing that it cannot compare. */
export class EntryFetcher {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What an entry is compared with. */
  async expectedOf({ subject, path }: Want): Promise<Expected> {
    const naming = path.at(-2);
    const entry = naming === undefined ? undefined : await this.#parts.entries.find(naming);
    return naming === undefined || entry === undefined ? { subject } : { subject, namedBy: { subject: naming, entry } };
  }

  /** Asks one member. True once the entry is durable here, and its file, where it is about one. */
  async fetch(member: number, { want, expected }: { want: Want; expected: Expected }): Promise<boolean> {
    const { questions, faults, key } = this.#parts;
    const question = { piece: undefined, sealingKey: key.publicKey, path: want.path };
    const answer = await questions.ask(member, question);
    if (answer?.kind !== "entry") return false;
    const plaintext = await findOpened(answer.bytes, key);
    const entry = plaintext && findJudged(plaintext, expected);
    if (entry === undefined) {
      faults.add(member, "BODY_WRONG");
      return false;
    }
    if (isFileSubject(want.subject) && !(await this.#fetchFile(member, { question, entry }))) return false;
    await this.#store({ want, entry, sealed: answer.bytes });
    return true;
  }

  async #fetchFile(
    member: number,
    { question, entry }: { question: Omit<Ask, "request">; entry: CanonicalObject },
  ): Promise<boolean> {
    const { questions, faults } = this.#parts;
    const fault = await fetchFile(this.#parts, readFileRecord(entry), async (piece) => {
      const answer = await questions.ask(member, { ...question, piece });
      return answer?.kind === "piece" ? answer.bytes : undefined;
    });
    if (fault === "WRONG") faults.add(member, "BODY_WRONG");
    return fault === undefined;
  }

  /** What it names is noted first: after a crash the entry is fetched again, or what it names is. */
  async #store({ want, entry, sealed }: { want: Want; entry: CanonicalObject; sealed: Uint8Array }): Promise<void> {
    const { entries, wanted, putSealed, shelf } = this.#parts;
    const { subject } = want;
    const missing: string[][] = [];
    if (want.path.length < subjectsPerPathMax) {
      for (const named of namedSubjects({ subject, entry }))
        if (!(await entries.has(named))) missing.push([...want.path, named]);
    }
    await wanted.note(missing);
    const part = findGivenPart(subject);
    if (part === undefined) await putSealed({ subject, sealed });
    else await shelf.take(part, entry);
    // After its record: whoever is to remove a file finds by that where it lies.
    if (isFileSubject(subject)) await placeFile(this.#parts, readFileRecord(entry));
    for (const path of missing) wanted.add(path);
  }
}
