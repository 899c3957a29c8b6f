import { viewOf } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { type ContainerHeader, containerKinds } from "@mingbai/ledger/container/container";
import { checkContainer } from "@mingbai/ledger/container/stateless-check";
import { sceneContainer } from "../ledger-scene/scene-containers.ts";
import { sceneCommand, scenePayments } from "../ledger-scene/scene-transactions.ts";

const unitsAt = 12;
const signatureAt = 226;

type Row = readonly [
  name: string,
  kind: ContainerHeader["kind"],
  envelopes: readonly Uint8Array[],
  given?: Partial<ContainerHeader>,
  change?: (body: Uint8Array) => Uint8Array,
];

/** Containers signed by real keys, with the verdict of the check without state: null where they pass. */
export async function containerChecks() {
  const { payments, gathered, inline } = containerKinds;
  const { bytes: command } = await sceneCommand({ key: "a", text: "x" });
  const { bytes: batch } = await scenePayments([5, 6, 7], { sequence: 2 });
  const unsigned = flipped(command, signatureAt);
  const miscounted = batch.slice();
  viewOf(miscounted).setUint32(unitsAt, 2, true);
  const rows: readonly Row[] = [
    ["a command and a batch", gathered, [command, batch]],
    ["an inline command", inline, [command]],
    ["a batch", payments, [batch]],
    ["a byte less than the header says", gathered, [command], {}, (body) => body.slice(0, -1)],
    ["another byte", gathered, [command], {}, (body) => flipped(body, body.length - 1)],
    ["another line", payments, [batch], {}, (body) => flipped(body, body.length - 1)],
    ["no bytes, for a body that was given up", gathered, [command], {}, () => new Uint8Array()],
    ["zeros, for one on its way", payments, [batch], {}, (body) => new Uint8Array(body.length)],
    ["no envelope", gathered, [new Uint8Array(64)]],
    ["other units", gathered, [command, batch], { units: 9 }],
    ["other units of a batch", payments, [batch], { units: 9 }],
    ["a body that its envelope does not name", gathered, [command, flipped(command, command.length - 1)]],
    ["a signature that is none", gathered, [batch, unsigned]],
    ["a batch's signature that is none", payments, [flipped(batch, signatureAt)]],
    ["a batch that counts otherwise", payments, [miscounted]],
  ];
  return rows.map(([name, kind, envelopes, given, change]) => {
    const { header, headerBytes, body } = sceneContainer(envelopes, { kind, ...given });
    const held = change?.(body) ?? body;
    const verdict = checkContainer(header, held);
    const fault = "fault" in verdict ? verdict.fault : null;
    return { name, header: toHex(headerBytes), body: toHex(held), fault };
  });
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.with(at, (bytes[at] ?? 0) ^ 1);
}
