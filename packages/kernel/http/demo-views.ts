/** The invented people of a demo, with their published keys (MONEY 17). Browser-safe. */
import { roles } from "@mingbai/ledger/authority/role";
import { z } from "zod";

const Number64Hex = z.string().regex(/^[0-9a-f]{16}$/);

export const DemoPersonView = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.object({ en: z.string(), zh: z.string() }),
  roles: z.array(z.enum(roles)),
  account: Number64Hex,
  keyId: Number64Hex,
  /** 32 bytes in hexadecimal: everyone may sign as this person, on this ledger. */
  seed: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DemoPersonView = z.infer<typeof DemoPersonView>;

/** What `GET /api/demo/people` answers; there is no such address where the ledger is no demo. */
export const DemoPeopleView = z.array(DemoPersonView).meta({ id: "DemoPeople" });
