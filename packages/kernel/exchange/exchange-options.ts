import type { Signer } from "@mingbai/crypto/signers/signer";
import type { ContainerHeader } from "@mingbai/ledger/container/container";
import type { Item } from "@mingbai/ledger/container/item";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import type { Damage } from "@mingbai/log/segments/log-error";
import type { CheckedBody } from "./checked-body.ts";
import type { BodyKeeper } from "./ports/body-keeper.ts";
import type { Clock } from "./ports/clock.ts";
import type { CheckContainer, JudgeItem } from "./ports/ledger-view.ts";
import type { Links } from "./ports/links.ts";

/** What an exchange stands on. */
export interface ExchangeOptions {
  /** The ledger, 32 bytes. */
  readonly chain: Uint8Array;
  readonly roster: Roster;
  /** The key by which this node signs containers and says "stored". */
  readonly signer: Signer;
  /** The last height that is committed here. */
  readonly height: number;
  readonly links: Links;
  readonly clock: Clock;
  readonly keeper: BodyKeeper;
  readonly check: CheckContainer;
  readonly judgeItem: JudgeItem;
  /** Whether a block has ordered the container. */
  readonly isOrdered: (header: ContainerHeader, batchId: Uint8Array) => boolean;
  /** Told of each container of another member once it is stored: whoever executes it soon may keep it. */
  readonly onStored: (checked: CheckedBody) => void;
  /** Told once of what no retry mends (the disk, a checking thread): the process must end. */
  readonly onFailure: (error: unknown) => void;
  /** Told of a body that another asked for and that is damaged on this disk. */
  readonly onDamage?: (damage: Damage) => void;
  /** Frames that are not the exchange's (`otherFramesFrom`). */
  readonly onOtherFrame?: (member: number, frame: Uint8Array) => void;
}

/** Takes an item that was judged right, or is made here. False where there is no place for it now: it comes again. */
export type ItemListener = (item: Item, itemBytes: Uint8Array) => boolean;
