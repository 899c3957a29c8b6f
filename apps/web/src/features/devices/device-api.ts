import { KeySlip } from "@mingbai/identity/schema";
import { problemIn } from "@mingbai/sdk/problem-error";
import { z } from "zod";
import { nodeClient } from "../../api/node-client.ts";

const Offer = z.object({ code: z.string(), expiresMs: z.number() });
export type Offer = z.infer<typeof Offer>;
const json = { "content-type": "application/json" };

/** Lets this device's key wait under a short code. Throws ProblemError. */
export async function offerDevice(slip: KeySlip): Promise<Offer> {
  const answer = await nodeClient.send("/api/devices/offers", {
    method: "POST",
    headers: json,
    body: JSON.stringify(slip),
  });
  if (!answer.ok) throw await problemIn(answer);
  return Offer.parse(await answer.json());
}

/** The key that waits under a code. Throws ProblemError. */
export async function fetchDevice(code: string): Promise<KeySlip> {
  const answer = await nodeClient.send(`/api/devices/offers/${code}`);
  if (!answer.ok) throw await problemIn(answer);
  return KeySlip.parse(await answer.json());
}

/** Has this node's vault keep what the person calls a device, before the ledger is told of its key. Throws ProblemError. */
export async function keepKeyName(keyId: string, name: string): Promise<void> {
  const answer = await nodeClient.send(`/api/keys/${keyId}/name`, {
    method: "PUT",
    headers: json,
    body: JSON.stringify({ name }),
  });
  if (!answer.ok) throw await problemIn(answer);
}
