import type { MerchantRow, OfferRow } from "@mingbai/treasury/views/offers";

/** An area with the one that it lies in. */
interface Area {
  readonly id: string;
  readonly parent: string | null;
}

/** True where the offer may be spent with this merchant, as execution judges it. `registrations`: all of the merchant's. */
export function accepts(
  { organisation, merchants }: Pick<OfferRow, "organisation" | "merchants">,
  registrations: readonly Pick<MerchantRow, "merchant" | "organisation" | "area">[],
  areas: readonly Area[],
): boolean {
  const registration = registrations.find((one) => one.organisation === organisation);
  if (registration === undefined) return false;
  switch (merchants.kind) {
    case "registered":
      return true;
    case "area":
      return isWithin(registration.area, merchants.area, areas);
    case "listed":
      return merchants.accounts.includes(registration.merchant.account);
  }
}

function isWithin(area: string | null, outer: string, areas: readonly Area[]): boolean {
  let at = area;
  for (let steps = 0; at !== null && steps <= areas.length; steps++) {
    if (at === outer) return true;
    at = areas.find(({ id }) => id === at)?.parent ?? null;
  }
  return false;
}
