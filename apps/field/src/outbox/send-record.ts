import { fromHex, toHex } from "@mingbai/codec/hex";
import { requestBytesMax } from "@mingbai/http/contents-views";
import { partFrameBytes, partsPerRequestMax, type SubjectPart } from "@mingbai/http/subject-parts-views";
import { keepParts } from "@mingbai/sdk/contents";
import { type Client, ProblemError, type SignedTransaction, submitCommand, uploadFile } from "@mingbai/sdk/index";
import { judgeTrouble, type Trouble } from "../ledger/trouble.ts";
import type { Act, FieldRecord, Photo } from "./record.ts";

/** What sending needs of the phone around it. */
export interface SendPort {
  readonly client: Client;
  sign(act: Pick<Act, "command" | "input">): Promise<SignedTransaction>;
  findPhoto(file: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Resolves when the record is on the disk: nothing is sent before what is needed to send it again. */
  keep(record: FieldRecord): Promise<void>;
}

/** Refusals that say nothing about the act, only about this signature of it: it never counted. */
const signatureCodes: ReadonlySet<string> = new Set(["SEQUENCE_USED", "EXPIRED", "EXPIRY_TOO_FAR"]);
const signaturesMax = 4;

/**
 * Sends a record on from where it stands: photos, parts, then each act, every step noted in the phone before the next. After
 * a crash between any two lines it goes on with the same salts and the same signed bytes, so that all of it counts once.
 * Gives the record as it stands then: entered, or with the trouble that a person has to look at. Throws what only time or a
 * new session mends.
 */
export async function sendRecord(port: SendPort, given: FieldRecord): Promise<FieldRecord> {
  const way = new Way(port, given);
  try {
    await way.sendPhotos();
    await way.sendParts();
    await way.sendActs();
  } catch (fault) {
    const { kind, trouble } = judgeTrouble(fault);
    if (kind !== "refused") throw fault;
    await way.keep({ trouble });
  }
  return way.record;
}

class Way {
  readonly #port: SendPort;
  record: FieldRecord;

  constructor(port: SendPort, record: FieldRecord) {
    this.#port = port;
    this.record = record;
  }

  async keep(change: Partial<FieldRecord>): Promise<void> {
    this.record = { ...this.record, ...change };
    await this.#port.keep(this.record);
  }

  async #keepAct(at: number, act: Act): Promise<void> {
    await this.keep({ acts: this.record.acts.with(at, act) });
  }

  async sendPhotos(): Promise<void> {
    for (const [at, photo] of this.record.draft.photos.entries()) {
      if (photo.isSent) continue;
      await this.#sendPhoto(photo);
      const { draft } = this.record;
      await this.keep({ draft: { ...draft, photos: draft.photos.with(at, { ...photo, isSent: true }) } });
    }
  }

  async #sendPhoto({ file, salt }: Photo): Promise<void> {
    const bytes = await this.#port.findPhoto(file);
    if (bytes === undefined) throw lostPhoto();
    const { client } = this.#port;
    await uploadFile(client, { name: `${file.slice(0, 8)}.jpg`, bytes }, { salt: fromHex(salt) });
  }

  async sendParts(): Promise<void> {
    for (const [at, act] of this.record.acts.entries()) {
      if (act.arePartsKept) continue;
      for (const parts of requestsOf(act)) await keepParts(this.#port.client, parts);
      await this.#keepAct(at, { ...act, arePartsKept: true });
    }
    await this.keep({ stage: "sent" });
  }

  async sendActs(): Promise<void> {
    for (const at of this.record.acts.keys()) await this.#sendAct(at);
    const { acts } = this.record;
    const trouble = acts.find((act) => act.trouble !== undefined)?.trouble;
    if (trouble !== undefined) return this.keep({ trouble });
    const enteredMs = Math.max(...acts.map(({ entered }) => entered?.timeMs ?? 0));
    await this.keep({ stage: "entered", enteredMs });
  }

  async #sendAct(at: number): Promise<void> {
    for (let signatures = 0; signatures < signaturesMax; signatures++) {
      const act = this.record.acts[at];
      if (act === undefined || act.entered !== undefined || act.trouble !== undefined) return;
      const signed = act.signed ?? (await this.#sign(at, act));
      const trouble = await this.#submit(at, { ...act, signed });
      if (trouble === undefined) return;
      const { signed: _, ...unsigned } = act;
      const isSpent = signatureCodes.has(trouble.code);
      await this.#keepAct(at, isSpent && signatures + 1 < signaturesMax ? unsigned : { ...unsigned, trouble });
    }
  }

  async #sign(at: number, act: Act): Promise<NonNullable<Act["signed"]>> {
    const { id, bytes } = await this.#port.sign(act);
    const signed = { id: toHex(id), envelope: toHex(bytes) };
    await this.#keepAct(at, { ...act, signed });
    return signed;
  }

  /** The trouble where the ledger refused it. */
  async #submit(at: number, act: Act & Required<Pick<Act, "signed">>): Promise<Trouble | undefined> {
    const { id, envelope } = act.signed;
    try {
      const { height, timeMs } = await submitCommand(this.#port.client, {
        id: fromHex(id),
        bytes: fromHex(envelope),
      });
      await this.#keepAct(at, { ...act, entered: { transaction: id, height, timeMs } });
      return undefined;
    } catch (fault) {
      const { kind, trouble } = judgeTrouble(fault);
      if (kind !== "refused") throw fault;
      return trouble;
    }
  }
}

/** The parts of an act in requests that a node takes. */
function* requestsOf({ parts }: Act): Generator<SubjectPart[]> {
  let request: SubjectPart[] = [];
  let room = requestBytesMax;
  for (const { subject, salt, text } of parts) {
    const part = { subject, salt: fromHex(salt), bytes: new TextEncoder().encode(text) };
    const bytes = partFrameBytes + part.bytes.length;
    if (request.length > 0 && (bytes > room || request.length === partsPerRequestMax)) {
      yield request;
      request = [];
      room = requestBytesMax;
    }
    request.push(part);
    room -= bytes;
  }
  if (request.length > 0) yield request;
}

function lostPhoto(): ProblemError {
  return new ProblemError({
    code: "PHOTO_LOST",
    status: 410,
    detailEn: "The phone has lost a photo of this record. Take it again.",
    detailZh: "手机里少了这条记录的一张照片，请重拍",
  });
}
