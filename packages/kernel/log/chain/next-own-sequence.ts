import type { ContainerHeader } from "@mingbai/ledger/container/container";

/** Number of a member's next container, `next` unless one of these is its own and not before that. */
export function nextOwnSequence(
  { member, next }: { readonly member: number; readonly next: number },
  containers: Iterable<{ readonly header: ContainerHeader }>,
): number {
  let past = next;
  for (const { header } of containers) {
    if (header.origin === member) past = Math.max(past, header.originSequence + 1);
  }
  return past;
}
