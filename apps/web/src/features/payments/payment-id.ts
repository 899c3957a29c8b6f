/** A payment's id names its transaction and its line: `<64 hex>-<line>`. */
export function transactionOf(id: string): { transactionId: string; line: number } {
  const [transactionId = "", line = "0"] = id.split("-");
  return { transactionId, line: Number(line) };
}
