import type { Number64 } from "@mingbai/codec/number64";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { ContentRefusal } from "@mingbai/http/contents/content-refusal";
import type { Disk } from "@mingbai/log/disk/disk";
import {
  type NoticeMarks,
  type NoticesRead,
  PersonalSettings,
  readNoticesMax,
  type SavedViews,
  savedPagesMax,
} from "@mingbai/workflow/views/personal-settings";
import type { z } from "zod";
import { durably } from "../contents/durably.ts";
import { OneByOne } from "../contents/one-by-one.ts";
import { SealedFiles } from "./sealed-files.ts";

const Kept = PersonalSettings.pick({ notices: true, views: true });
export type KeptSettings = z.infer<typeof Kept>;

interface SettingsStoreParts {
  readonly disk: Disk;
  readonly folder: string;
  readonly key: SealingKey;
  readonly onFatal: (error: Error) => void;
}

/** What people have read and the filters they named, so that another device has them, too. */
export class SettingsStore {
  readonly #files: SealedFiles<typeof Kept>;
  readonly #onFatal: SettingsStoreParts["onFatal"];
  readonly #oneByOne = new OneByOne();

  private constructor(files: SealedFiles<typeof Kept>, onFatal: SettingsStoreParts["onFatal"]) {
    this.#files = files;
    this.#onFatal = onFatal;
  }

  static async open({ onFatal, ...place }: SettingsStoreParts): Promise<SettingsStore> {
    return new SettingsStore(await SealedFiles.open({ ...place, what: "settings", schema: Kept }), onFatal);
  }

  async get(account: Number64): Promise<KeptSettings> {
    return (await this.#files.find(account)) ?? { notices: { seen: "0", read: [] }, views: {} };
  }

  /** Marks never go back, whichever device was slower. */
  markRead(account: Number64, read: z.output<typeof NoticesRead>): Promise<KeptSettings | ContentRefusal> {
    return this.#change(account, (kept) => ({ ...kept, notices: joinMarks(kept.notices, read) }));
  }

  /** The views of one page in the place of those before; beyond so many pages the one kept longest goes. */
  keepViews(account: Number64, { page, views }: z.output<typeof SavedViews>): Promise<KeptSettings | ContentRefusal> {
    return this.#change(account, (kept) => {
      const others = Object.entries(kept.views).filter(([name]) => name !== page);
      const pages = views.length === 0 ? others : [...others, [page, views] as const];
      return { ...kept, views: Object.fromEntries(pages.slice(-savedPagesMax)) };
    });
  }

  #change(account: Number64, change: (kept: KeptSettings) => KeptSettings): Promise<KeptSettings | ContentRefusal> {
    return this.#oneByOne.run(account, () =>
      durably(this.#onFatal, async () => {
        const kept = await this.get(account);
        const next = change(kept);
        if (JSON.stringify(next) !== JSON.stringify(kept)) await this.#files.write(account, next);
        return next;
      }),
    );
  }
}

/** Of what was read one by one the newest are kept. */
export function joinMarks(marks: NoticeMarks, { seen, read }: z.output<typeof NoticesRead>): NoticeMarks {
  const to = Math.max(Number(marks.seen), Number(seen ?? 0));
  const after = [...new Set([...marks.read, ...read].map(Number))].filter((at) => at > to).sort((a, b) => a - b);
  return { seen: String(to), read: after.slice(-readNoticesMax).map(String) };
}
