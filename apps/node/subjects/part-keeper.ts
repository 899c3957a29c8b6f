import { toHex } from "@mingbai/codec/hex";
import { isCanonical } from "@mingbai/codec/is-canonical";
import { type ContentRefusal, refuseContent } from "@mingbai/http/contents/content-refusal";
import type { SubjectKeeper, Writer } from "@mingbai/http/contents/contents-port";
import { contentBytesMax } from "@mingbai/http/contents-views";
import type { SubjectPart } from "@mingbai/http/subject-parts-views";
import { durably } from "../contents/durably.ts";
import { FewAtOnce } from "../contents/few-at-once.ts";
import type { HourlyShare } from "../contents/hourly-share.ts";
import { OneByOne } from "../contents/one-by-one.ts";
import { forEachInTurns } from "./for-each-in-turns.ts";
import type { PutRefusal, SubjectVault } from "./subject-vault.ts";

/** Requests of one account that are sealed and synced at once: 64 MB together at most. */
const requestsAtOnceMax = 16;

/**
 * Takes parts from sessions for the subject vault, each for the account that is signed in.
 * PERF: 500 small requests a second share their syncs, also those of one account. Bench: registry.change.
 */
export function partKeeper(parts: {
  vault: Pick<SubjectVault, "put">;
  /** Bytes of contents. */
  share: (writer: Writer) => HourlyShare;
  onFatal: (error: Error) => void;
}): SubjectKeeper {
  const { vault, share, onFatal } = parts;
  const few = new FewAtOnce(requestsAtOnceMax);
  const oneByOne = new OneByOne();
  return {
    async keep(writer, sent) {
      const refused = await judgeForm(sent);
      if (refused !== undefined) return refused;
      const [first] = sent;
      const request = `${writer.account} ${toHex(first?.salt ?? new Uint8Array())}`;
      // A request that is sent twice at a time is stored once.
      return oneByOne.run(request, () => few.run(writer.account, () => keepNow(writer, sent)));
    },
  };

  async function keepNow(writer: Writer, sent: readonly SubjectPart[]): ReturnType<SubjectKeeper["keep"]> {
    const bytes = sent.reduce((sum, one) => sum + one.bytes.length, 0);
    const full = share(writer).take(writer.account, bytes);
    if (full !== undefined) return { refused: "SHARE_USED", retryAfterMs: full.waitMs };
    return durably(onFatal, async () => {
      const kept = await vault.put(sent.map((part) => ({ ...part, giver: writer.account })));
      return "refused" in kept ? refusalOf(kept) : { commitments: kept };
    });
  }
}

async function judgeForm(sent: readonly SubjectPart[]): Promise<ContentRefusal | undefined> {
  const tooLarge = sent.find(({ bytes }) => bytes.length > contentBytesMax);
  if (tooLarge !== undefined)
    return refuseContent("CONTENT_TOO_LARGE", { bytes: tooLarge.bytes.length, bytesMax: contentBytesMax });
  let areObjects = true;
  await forEachInTurns(sent, ({ bytes }) => {
    areObjects &&= isObject(bytes);
  });
  return areObjects ? undefined : refuseContent("PARTS_FORM");
}

const brace = 0x7b;

function isObject(bytes: Uint8Array): boolean {
  return bytes[0] === brace && isCanonical(bytes);
}

function refusalOf(refusal: PutRefusal): ContentRefusal {
  if (refusal.refused === "SUBJECT_ERASED") return refuseContent("SUBJECT_ERASED", { subject: refusal.subject });
  return refuseContent("SUBJECTS_FULL");
}
