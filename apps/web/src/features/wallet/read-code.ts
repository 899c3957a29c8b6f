/** What a scanned code leads to: a merchant to pay, or an offer to take. */
export type CodeTarget =
  | { readonly kind: "merchant"; readonly account: string }
  | { readonly kind: "offer"; readonly offer: string };

/**
 * The page that a code of this ledger's own pages names, or undefined where it is another's. A code of another origin is
 * never followed: it could ask for a signature elsewhere.
 */
export function readCode(text: string, origin: string): CodeTarget | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.origin !== origin) return undefined;
  const [, account] = /^\/spend\/([0-9a-f]{16})$/.exec(url.pathname) ?? [];
  if (account !== undefined) return { kind: "merchant", account };
  const [, offer] = /^\/vouchers\/([0-9a-f]{64})$/.exec(url.pathname) ?? [];
  return offer === undefined ? undefined : { kind: "offer", offer };
}

export function spendPath(account: string): string {
  return `/spend/${account}`;
}

export function takePath(offer: string): string {
  return `/vouchers/${offer}`;
}

export function pathOf(target: CodeTarget): string {
  return target.kind === "merchant" ? spendPath(target.account) : takePath(target.offer);
}
