import { equalBytes } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { foldLinePath, type PlacedRecord } from "@mingbai/codec/line-tree/fold-line-path";
import { groupRecords, groupRootsBytes, linePathInGroup } from "@mingbai/codec/line-tree/line-groups";
import { linePath } from "@mingbai/codec/line-tree/line-path";
import { sha256 } from "@mingbai/codec/sha256";
import { findEnvelopes } from "@mingbai/ledger/container/body";
import { type ContainerHeader, containerKinds, findContainerHeader } from "@mingbai/ledger/container/container";
import { lineBytes, paymentBodyHash, paymentHeadBytes } from "@mingbai/ledger/transaction/body";
import { envelopeStartBytesMax, findPayments, readEnvelopeStart } from "@mingbai/ledger/transaction/envelope";
import type { BlockRecord } from "@mingbai/log/chain/block-record";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { ReadPart } from "@mingbai/log/segments/read-parts";

/** What was signed, as it is stored: of a batch its head and, where asked for, one line. */
export interface Signed {
  readonly headerBytes: Uint8Array;
  readonly signature: Uint8Array;
  /** The body of a command, the head of a batch. */
  readonly body: Uint8Array;
  /** Undefined where none was asked for, or none has that number. */
  readonly line: ProvedLine | undefined;
}

/** A line with the path that proves it. */
export type ProvedLine = PlacedRecord;

interface Wanted {
  readonly place: readonly [container: number, envelope: number];
  readonly line: number | undefined;
}

/** The signed parts of a transaction of a block. Rejects with `LogDamaged` where they are not what was stored. */
export async function readSigned(chain: LedgerChain, record: BlockRecord, { place, line }: Wanted): Promise<Signed> {
  const container = record.containers[place[0]];
  const header = container && findContainerHeader(container.header);
  if (container === undefined || header === undefined)
    throw new SyntaxError("a block record names a container that is not there");
  const isInParts = header.kind === containerKinds.payments && chain.hasBody(container);
  if (!isInParts || container.bodyNumber === undefined)
    return takeSigned(await chain.findBody(record, place[0]), header, { place, line });
  const signed = await chain.readBodyParts(container.bodyNumber, (read) => findSigned(read, header, line));
  if (signed !== undefined) return signed;
  // The log's own checks over the whole body say what is damaged.
  await chain.readBody(container);
  throw new SyntaxError("a stored batch is not the one that its container names");
}

/**
 * Of a batch in the body log only what is needed: the block record's digest proves header and signature, they prove the
 * line by its path. PERF: some 6 KiB of 540 KiB, in three reads.
 */
async function findSigned(
  read: ReadPart,
  { bodyBytes, bodyRoot }: ContainerHeader,
  line: number | undefined,
): Promise<Signed | undefined> {
  const bytes = await read({ position: 0, length: envelopeStartBytesMax + paymentHeadBytes });
  const start = readEnvelopeStart(bytes);
  if (typeof start === "string") return undefined;
  const { header, headerBytes, signature, bodyAt } = start;
  if (!equalBytes(sha256(contextBytes.paymentsContainer, bytes.subarray(0, bodyAt)), bodyRoot)) return undefined;
  const linesAt = bodyAt + paymentHeadBytes;
  const body = bytes.subarray(bodyAt, linesAt);
  const count = header.units;
  // The head is proved through a line too, so one is read where none is asked for.
  const index = line === undefined || line >= count ? 0 : line;
  const proved = await proveLine(read, { linesAt, rootsAt: bodyBytes, index, count });
  const root = foldLinePath(proved);
  if (root === undefined) return undefined;
  if (!equalBytes(paymentBodyHash({ head: body, count, lines: new Uint8Array() }, root), header.bodyHash))
    return undefined;
  return { headerBytes, signature, body, line: index === line ? proved : undefined };
}

/** A line and its path, from the lines of its group and the roots of all groups that are kept behind the body. */
async function proveLine(
  read: ReadPart,
  { linesAt, rootsAt, index, count }: { linesAt: number; rootsAt: number; index: number; count: number },
): Promise<ProvedLine> {
  const first = index - (index % groupRecords);
  const position = linesAt + first * lineBytes;
  const [group, roots] = await Promise.all([
    read({ position, length: Math.min(groupRecords, count - first) * lineBytes }),
    read({ position: rootsAt, length: groupRootsBytes(count) }),
  ]);
  const record = group.subarray((index - first) * lineBytes, (index - first + 1) * lineBytes);
  return { index, count, record, path: linePathInGroup({ group, roots, index, count }) };
}

/** The same out of a body that was read, and checked, whole. */
function takeSigned(stored: Uint8Array, { kind, bodyBytes }: ContainerHeader, { place, line }: Wanted): Signed {
  const envelope = findEnvelopes(kind, stored.subarray(0, bodyBytes))?.[place[1]];
  if (envelope === undefined) throw new SyntaxError("a block record names a transaction that is not there");
  const { headerBytes, signature } = envelope;
  const payments = findPayments(envelope);
  if (payments === undefined) return { headerBytes, signature, body: envelope.body, line: undefined };
  const { head, lines, count } = payments;
  if (line === undefined || line >= count) return { headerBytes, signature, body: head, line: undefined };
  const record = lines.subarray(line * lineBytes, (line + 1) * lineBytes);
  return { headerBytes, signature, body: head, line: { index: line, count, record, path: linePath(lines, line) } };
}
