import { concat } from "@mingbai/codec/bytes";
import { bodyRoot, gatheredBytesMax, inlineBytesMax as inlineBodyBytesMax } from "@mingbai/ledger/container/body";
import {
  batchId,
  type ContainerHeader,
  type ContainerKind,
  containerKinds,
  encodeContainerHeader,
} from "@mingbai/ledger/container/container";
import type { OrderedEnvelope, SoundContainer } from "@mingbai/ledger/execute/block";
import { transactionKinds } from "@mingbai/ledger/transaction/header";

/** An envelope with the bytes that it was read from. */
export interface AdmittedEnvelope extends OrderedEnvelope {
  readonly bytes: Uint8Array;
  /** Roots of its groups of lines; kept beside the body, so that a line's proof needs no hashing of the whole batch. */
  readonly groupRoots: Uint8Array;
}

/** A container made by this node: ready to be executed, stored and signed. */
export interface AssembledContainer extends SoundContainer {
  readonly headerBytes: Uint8Array;
  readonly body: Uint8Array;
  readonly groupRoots: Uint8Array;
}

export interface Origin {
  readonly member: number;
  readonly chainTag: Uint8Array;
  /** Number of the next container of this origin. */
  readonly sequence: number;
}

/** Puts envelopes into containers, keeping their order: each batch of payments alone, commands gathered between them. */
export function assembleContainers(
  envelopes: readonly AdmittedEnvelope[],
  {
    origin,
    expiryHeight,
    inlineBytesMax = inlineBodyBytesMax,
  }: {
    origin: Origin;
    expiryHeight: number /** Up to this size a body of commands is inline. */;
    inlineBytesMax?: number;
  },
): AssembledContainer[] {
  return groups(envelopes).map((group, index) => {
    const body = group.length === 1 && group[0] ? group[0].bytes : concat(...group.map(({ bytes }) => bytes));
    const kind = kindOf(group, { bodyBytes: body.length, inlineBytesMax });
    const header: ContainerHeader = {
      kind,
      origin: origin.member,
      chainTag: origin.chainTag,
      originSequence: origin.sequence + index,
      expiryHeight,
      bodyBytes: body.length,
      units: group.reduce((units, envelope) => units + envelope.header.units, 0),
      bodyRoot: bodyRoot(kind, body, group),
    };
    const headerBytes = encodeContainerHeader(header);
    return {
      header,
      headerBytes,
      batchId: batchId(headerBytes),
      envelopes: group,
      body,
      groupRoots: groupRootsOf(kind, group),
    };
  });
}

function groups(envelopes: readonly AdmittedEnvelope[]): AdmittedEnvelope[][] {
  const all: AdmittedEnvelope[][] = [];
  let gathered: AdmittedEnvelope[] = [];
  let bytes = 0;
  const flush = (): void => {
    if (gathered.length > 0) all.push(gathered);
    gathered = [];
    bytes = 0;
  };
  for (const envelope of envelopes) {
    const isPayments = envelope.header.kind === transactionKinds.payments;
    if (isPayments || bytes + envelope.bytes.length > gatheredBytesMax) flush();
    if (isPayments) all.push([envelope]);
    else {
      gathered.push(envelope);
      bytes += envelope.bytes.length;
    }
  }
  flush();
  return all;
}

function kindOf(
  group: readonly AdmittedEnvelope[],
  { bodyBytes, inlineBytesMax }: { bodyBytes: number; inlineBytesMax: number },
): ContainerKind {
  if (group[0]?.header.kind === transactionKinds.payments) return containerKinds.payments;
  return bodyBytes <= inlineBytesMax ? containerKinds.inline : containerKinds.gathered;
}

const noGroupRoots = new Uint8Array();

function groupRootsOf(kind: ContainerKind, group: readonly AdmittedEnvelope[]): Uint8Array {
  return kind === containerKinds.payments ? (group[0]?.groupRoots ?? noGroupRoots) : noGroupRoots;
}
