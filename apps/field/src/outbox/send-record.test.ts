import { newSalt } from "@mingbai/sdk/contents";
import { createClient, generateSigner } from "@mingbai/sdk/index";
import { describe, expect, it } from "vitest";
import { fileOf, testHousehold, worker } from "../../testing/test-files.ts";
import { TestLedger } from "../../testing/test-ledger.ts";
import { signAct } from "../ledger/sign-act.ts";
import { beginRecord, beginVisit } from "../visit/begin-draft.ts";
import { addPerson, enterField } from "../visit/change-draft.ts";
import { freezeActs } from "./freeze-acts.ts";
import type { FieldRecord } from "./record.ts";
import { type SendPort, sendRecord } from "./send-record.ts";

const readAt = { height: 1, timeMs: 1 };

/** A phone around a record: what its disk holds, and a signal that may go before or after any call. */
function testPhone() {
  const ledger = new TestLedger([testHousehold(1, ["何树生", "祝长青"])]);
  const [household] = ledger.households;
  if (household === undefined) throw new Error("the test has no household");
  const visit = beginVisit(fileOf(household, readAt));
  const changed = enterField(visit, { subject: visit.household, field: "water" }, { value: "spring" });
  const draft = addPerson(changed, { person: "00000000000000f1", arrival: "birth", values: { name: "何小满" } });
  const acts = freezeActs(draft, { form: 1, device: "phone", madeMs: 1, newSalt });
  let disk: FieldRecord = { ...beginRecord(draft, { owner: worker.account, nowMs: 1 }), stage: "saved", acts };
  let callsLeft = Number.POSITIVE_INFINITY;
  let isDone = true;
  const send: typeof fetch = async (address, init) => {
    const { pathname, searchParams } = new URL(String(address));
    const isCut = --callsLeft === 0;
    if (isCut && !isDone) throw new TypeError("no signal");
    const answer = await ledger.answer({
      method: init?.method ?? "GET",
      path: pathname,
      params: Object.fromEntries(searchParams),
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: Buffer.from(await new Response(init?.body ?? null).arrayBuffer()),
    });
    if (isCut || answer === "cut") throw new TypeError("no answer");
    return Response.json(answer.body, { status: answer.status });
  };
  const client = createClient({ url: "http://node.test", fetch: send });
  const key = { keyId: worker.keyId, signer: generateSigner("ed25519", new Uint8Array(32).fill(7)) };
  const port: SendPort = {
    client,
    sign: (act) => signAct(client, key, act),
    findPhoto: async () => undefined,
    keep: async (record) => {
      disk = record;
    },
  };
  return {
    ledger,
    disk: () => disk,
    send: () => sendRecord(port, disk),
    /** The signal goes at this call, before the node hears of it or after. */
    cutAt(call: number, where: "before" | "after") {
      callsLeft = call;
      isDone = where === "after";
    },
  };
}

const callsOfAll = 8;
const cuts = Array.from({ length: callsOfAll }, (_, at) => at + 1).flatMap((call) =>
  (["before", "after"] as const).map((where) => [where, call] as const),
);

describe("a record on its way", () => {
  it("takes as many calls as the test cuts it at", async () => {
    const phone = testPhone();
    await phone.send();
    expect(phone.ledger.calls.length).toBe(callsOfAll);
  });

  it.each(cuts)("that is cut off %s call %i goes on and enters once, each act and each part", async (where, call) => {
    const phone = testPhone();
    phone.cutAt(call, where);
    await expect(phone.send()).rejects.toThrow(TypeError);
    await phone.send();
    expect(phone.disk().stage).toBe("entered");
    expect(phone.ledger.acts.map(({ command }) => command)).toEqual(["registry.recordChanges", "registry.addPeople"]);
    expect(phone.ledger.parts.size).toBe(2);
  });

  it("whose number somebody else took is signed with the next", async () => {
    const phone = testPhone();
    let isFirst = true;
    phone.ledger.refuse = () => {
      const refusal = { code: "SEQUENCE_USED", detailEn: "Used.", detailZh: "用过" };
      const found = isFirst ? refusal : undefined;
      isFirst = false;
      return found;
    };
    await phone.send();
    expect(phone.disk()).toMatchObject({ stage: "entered" });
    expect(phone.disk().trouble).toBeUndefined();
  });

  it("of which the ledger refuses one act keeps that with its reason; the others enter", async () => {
    const phone = testPhone();
    const words = { code: "NOT_KEEPER", detailEn: "Another keeps it.", detailZh: "别的单位管" };
    phone.ledger.refuse = (command) => (command === "registry.recordChanges" ? words : undefined);
    const record = await phone.send();
    expect(record.trouble).toEqual({ code: "NOT_KEEPER", en: "Another keeps it.", zh: "别的单位管" });
    expect(record.acts.map(({ entered, trouble }) => [entered !== undefined, trouble?.code])).toEqual([
      [false, "NOT_KEEPER"],
      [true, undefined],
    ]);
    expect(record.acts[0]?.signed).toBeUndefined();
  });
});
