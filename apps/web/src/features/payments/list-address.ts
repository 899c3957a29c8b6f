import { PaymentFilter, PaymentSort } from "@mingbai/treasury/views";

/** The list as its address says it: filter, sort and order, so that a list can be kept, sent and come back to. */
export interface ListAddress {
  readonly filter: PaymentFilter;
  readonly sort: PaymentSort;
  readonly order: "asc" | "desc";
}

/** Reads an address; what it cannot read it leaves out, so that an old or mistyped address still opens a list. */
export function readListAddress(search: URLSearchParams): ListAddress {
  const filter: Record<string, unknown> = {};
  for (const [name, value] of search) {
    const one = PaymentFilter.safeParse({ [name]: value });
    if (one.success) Object.assign(filter, one.data);
  }
  const sort = PaymentSort.safeParse(search.get("sort"));
  return {
    filter: PaymentFilter.parse(filter),
    sort: sort.success ? sort.data : "paidOn",
    order: search.get("order") === "asc" ? "asc" : "desc",
  };
}

/** The address of a list: only what differs from the usual one. */
export function listAddress({ filter, sort, order }: ListAddress): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined && name !== "asOfHeight") search.set(name, String(value));
  }
  if (sort !== "paidOn") search.set("sort", sort);
  if (order !== "desc") search.set("order", order);
  return search;
}
