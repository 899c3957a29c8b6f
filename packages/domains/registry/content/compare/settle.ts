import type { Settlement } from "./settlement.ts";
import { personKey, type Reason, type SettledReason } from "./verdict.ts";

/**
 * Which reasons are open and which were settled for these very facts. Nothing is dropped: of a settled reason whose
 * facts have changed, the open one says how it was settled before. What the household says itself stands beside the
 * reason and settles nothing: whom it is about does not judge it.
 */
export function settle(
  reasons: readonly Reason[],
  settlements: readonly Settlement[],
): { open: Reason[]; closed: SettledReason[] } {
  const open: Reason[] = [];
  const closed: SettledReason[] = [];
  for (const found of reasons) {
    const same = settlements.filter(({ digest }) => digest === found.digest);
    const answer = newestOf(same.filter(({ isOwn }) => isOwn));
    const reason = answer === undefined ? found : { ...found, answer };
    const by = newestOf(same.filter(({ isOwn }) => !isOwn));
    if (by !== undefined) {
      closed.push({ reason, by });
      continue;
    }
    const earlier = newestOf(settlements.filter((one) => one.digest !== found.digest && isAbout(one, found)));
    open.push(earlier === undefined ? reason : { ...reason, earlier });
  }
  return { open, closed };
}

function isAbout({ rule, person }: Settlement, reason: Reason): boolean {
  return rule === reason.rule && person === personKey(reason.person);
}

/** The later one of two of a day, as they are given. */
function newestOf(settlements: readonly Settlement[]): Settlement | undefined {
  return settlements.reduce<Settlement | undefined>(
    (newest, one) => (newest === undefined || one.on >= newest.on ? one : newest),
    undefined,
  );
}
