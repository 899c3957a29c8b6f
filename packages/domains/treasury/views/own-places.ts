/** What someone must know of the treasury before they apply or pay. Browser-safe. */
import { z } from "zod";
import { accountKinds } from "../schema.ts";
import { FundName, ReadAt } from "../views.ts";

export const ownAccountsMax = 500;

/**
 * The accounts that the reader acts for: those of their organisation and their own; and every fund with the number by
 * which commands name it.
 */
export const ownPlacesView = {
  name: "treasury.ownPlaces",
  params: z.object({}),
  result: z.object({
    accounts: z
      .array(z.object({ account: z.string().regex(/^[0-9a-f]{16}$/), kind: z.enum(accountKinds), name: z.string() }))
      .max(ownAccountsMax),
    funds: z.array(FundName.extend({ number: z.int().positive() })),
    readAt: ReadAt,
  }),
} as const;
