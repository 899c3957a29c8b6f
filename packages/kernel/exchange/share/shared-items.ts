import { toHex } from "@mingbai/codec/hex";
import { findItem, type Item } from "@mingbai/ledger/container/item";
import type { ItemListener } from "../exchange-options.ts";
import { encodeItemKnown } from "../frames/item-known.ts";
import type { PeerFaults } from "../peer-faults.ts";
import type { JudgeItem } from "../ports/ledger-view.ts";
import type { Links } from "../ports/links.ts";
import { KnownItems } from "./known-items.ts";

/** Items that others share: judged once, handed on, and confirmed when they need not come again. */
export class SharedItems {
  readonly #links: Links;
  readonly #judgeItem: JudgeItem;
  readonly #faults: PeerFaults;
  readonly #known = new KnownItems();
  #listener: ItemListener = () => false;

  constructor(parts: { readonly links: Links; readonly judgeItem: JudgeItem; readonly faults: PeerFaults }) {
    this.#links = parts.links;
    this.#judgeItem = parts.judgeItem;
    this.#faults = parts.faults;
  }

  onItem(listener: ItemListener): void {
    this.#listener = listener;
  }

  take(from: number, itemBytes: Uint8Array): void {
    const item = findItem(itemBytes);
    if (item === undefined) {
      this.#faults.add(from, "ITEM_WRONG");
      return;
    }
    const { batchId } = item;
    const epoch = item.certificate?.epoch ?? 0;
    const key = `${toHex(batchId)} ${epoch}`;
    if (!this.#known.has(key) && !this.#judge(from, item, itemBytes)) return;
    this.#known.add(key);
    this.#links.send(from, encodeItemKnown({ epoch, batchId }));
  }

  /** An item that was made here. */
  offer(itemBytes: Uint8Array): void {
    const item = findItem(itemBytes);
    if (item === undefined) throw new Error("an item that was made here cannot be read");
    this.#listener(item, itemBytes);
  }

  /** In another epoch the same item may be worth something else. */
  forget(): void {
    this.#known.clear();
  }

  /** True where the sender need not send it again. */
  #judge(from: number, item: Item, itemBytes: Uint8Array): boolean {
    const { verdict } = this.#judgeItem(itemBytes);
    if (verdict === "wrong") this.#faults.add(from, "ITEM_WRONG");
    return verdict === "settled" || (verdict === "right" && this.#listener(item, itemBytes));
  }
}
