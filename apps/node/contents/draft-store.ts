import { type CanonicalObject, encodeCanonical } from "@mingbai/codec/canonical-json";
import { type Number64, number64Pattern } from "@mingbai/codec/number64";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { type ContentRefusal, refuseContent } from "@mingbai/http/contents/content-refusal";
import type { DraftKeeper, DraftPlace } from "@mingbai/http/contents/contents-port";
import {
  type Draft,
  DraftId,
  type DraftSaved,
  type DraftSummary,
  draftsPerAccountMax,
} from "@mingbai/http/contents-views";
import type { Disk } from "@mingbai/log/disk/disk";
import { findWholeFile, orAbsent, removeFile, removePartials, writeWholeFile } from "@mingbai/log/disk/whole-file";
import { type DraftRecord, findSealedDraft, sealDraft } from "./draft-record.ts";
import { durably } from "./durably.ts";
import { OneByOne } from "./one-by-one.ts";

interface DraftStoreParts {
  readonly disk: Disk;
  readonly folder: string;
  readonly key: SealingKey;
  /** The node's clock, ms. */
  readonly now: () => number;
  readonly onFatal: (error: Error) => void;
}

interface GivenDraft {
  readonly version: number;
  readonly label?: string | undefined;
  readonly content: CanonicalObject;
}

/** Drafts as files `<account>/<id>`, each sealed to the node's vault key with a data key of its own. */
export class DraftStore implements DraftKeeper {
  readonly #parts: DraftStoreParts;
  readonly #oneByOne = new OneByOne();

  private constructor(parts: DraftStoreParts) {
    this.#parts = parts;
  }

  /** Opens the folder, making it where it is absent, and removes what a crash left unfinished. */
  static async open(parts: DraftStoreParts): Promise<DraftStore> {
    const { disk, folder } = parts;
    await disk.makeFolder(folder);
    for (const name of (await disk.list(folder)).filter((one) => number64Pattern.test(one)))
      await removePartials(disk, `${folder}/${name}`);
    return new DraftStore(parts);
  }

  save(place: DraftPlace, given: GivenDraft): Promise<DraftSaved | ContentRefusal> {
    return this.#oneByOne.run(place.account, () =>
      durably(this.#parts.onFatal, async () => {
        const found = await this.#find(place);
        const stored = found === "damaged" ? undefined : found;
        if (stored !== undefined && isSame(stored, given)) return { version: stored.version, savedMs: stored.savedMs };
        if ((stored?.version ?? 0) !== given.version && found !== "damaged") return changed(given, stored);
        if (found === undefined && (await this.#ids(place.account)).length >= draftsPerAccountMax)
          return refuseContent("DRAFTS_FULL", { draftsMax: draftsPerAccountMax });
        return this.#write(place, given);
      }),
    );
  }

  async load(place: DraftPlace): Promise<Draft | ContentRefusal> {
    const found = await this.#find(place);
    if (found === undefined) return refuseContent("DRAFT_NONE");
    if (found === "damaged") return refuseContent("DRAFT_DAMAGED");
    return { id: place.id, ...withoutAbsent(found) };
  }

  async list(account: Number64): Promise<DraftSummary[]> {
    const found = await Promise.all((await this.#ids(account)).map((id) => this.#summary({ account, id })));
    return found.filter((one) => one !== undefined).sort((a, b) => b.savedMs - a.savedMs);
  }

  async delete(place: DraftPlace): Promise<void> {
    const { disk, onFatal } = this.#parts;
    await this.#oneByOne.run(place.account, () => durably(onFatal, () => removeFile(disk, this.#path(place))));
  }

  async #write(place: DraftPlace, { version, label, content }: GivenDraft): Promise<DraftSaved> {
    const { disk, folder, key, now } = this.#parts;
    const saved = { version: version + 1, savedMs: now() };
    const bytes = await sealDraft(key, place, { ...saved, ...(label !== undefined && { label }), content });
    await disk.makeFolder(`${folder}/${place.account}`);
    await disk.syncFolder(folder);
    await writeWholeFile(disk, this.#path(place), bytes);
    return saved;
  }

  async #find(place: DraftPlace): Promise<DraftRecord | "damaged" | undefined> {
    const bytes = await findWholeFile(this.#parts.disk, this.#path(place));
    return bytes && ((await findSealedDraft(this.#parts.key, place, bytes)) ?? "damaged");
  }

  async #summary(place: DraftPlace): Promise<DraftSummary | undefined> {
    const found = await this.#find(place);
    if (found === undefined) return undefined;
    if (found === "damaged") return { id: place.id, version: 0, savedMs: 0, isDamaged: true };
    const { content: _, ...rest } = withoutAbsent(found);
    return { id: place.id, ...rest };
  }

  async #ids(account: Number64): Promise<string[]> {
    const names = (await orAbsent(this.#parts.disk.list(`${this.#parts.folder}/${account}`))) ?? [];
    return names.filter((name) => DraftId.safeParse(name).success);
  }

  #path({ account, id }: DraftPlace): string {
    if (!number64Pattern.test(account) || !DraftId.safeParse(id).success) throw new RangeError("no place for a draft");
    return `${this.#parts.folder}/${account}/${id}`;
  }
}

/** The same words and content again change nothing: an answer was lost on its way. */
function isSame(stored: DraftRecord, given: GivenDraft): boolean {
  return stored.label === given.label && encodeCanonical(stored.content) === encodeCanonical(given.content);
}

function changed({ version, label, content }: GivenDraft, stored: DraftRecord | undefined): ContentRefusal {
  const yours = { version, label, content };
  if (stored === undefined) return refuseContent("DRAFT_DELETED", { yours });
  return refuseContent("DRAFT_CHANGED", { yours, stored: { ...stored } });
}

function withoutAbsent({ label, ...rest }: DraftRecord) {
  return { ...rest, ...(label !== undefined && { label }) };
}
