import { readingMsMax } from "@mingbai/registry/views/household";

/** An act of opening counts a little shorter here than on the node, so that no question comes too late. */
const goodForMs = readingMsMax - 60_000;
const filesMax = 1_000;
const openedMs = new Map<string, number>();

/** Which files this page's person has opened lately, from the signing of it on; loading the page again forgets them. */
export const openFiles = {
  has: (household: string, account: string): boolean =>
    Date.now() - (openedMs.get(keyOf(household, account)) ?? 0) < goodForMs,
  add(household: string, account: string): void {
    if (openedMs.size >= filesMax) openedMs.clear();
    openedMs.set(keyOf(household, account), Date.now());
  },
};

const keyOf = (household: string, account: string) => `${account} ${household}`;
