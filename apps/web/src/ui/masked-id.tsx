/** An account number in groups of four; `short` shows how it ends only. */
export function MaskedId({ account, endsWith }: { account: string; endsWith?: (ending: string) => string }) {
  if (endsWith) return <span className="num nw">{endsWith(account.slice(-4))}</span>;
  return <span className="mono nw">{account.replace(/(.{4})(?=.)/g, "$1 ")}</span>;
}
