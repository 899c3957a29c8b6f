import { findBase64 } from "@mingbai/codec/base64";
import type { BiometricReference, IdentityProof, Match } from "@mingbai/registry/content/texts/identity-proof";
import type { KeepSealed } from "./capture-reference.ts";
import type { BiometricMatcher, CaptureFault } from "./matcher.ts";

/** OTHER_MATCHER: the reference was captured by another program, or another version of it. */
export type ProofFault = CaptureFault | "OTHER_MATCHER";

/**
 * Compares who is here with what they were captured by, on this device. What came of it is sealed, whatever it is, and its
 * commitment goes into the act that it is for (`proof` of `registry.grantAccess` and `registry.bindAccount`); the templates are
 * overwritten here. `unsure` and `other` stop nobody by themselves: whoever acts decides before the witness, and it stands on record.
 */
export async function proveIdentity(
  { known, reference, witness }: { known: BiometricReference; reference: string; witness: string },
  ports: { readonly matcher: BiometricMatcher; readonly keep: KeepSealed; readonly now: () => number },
): Promise<{ readonly proof: string; readonly match: Match } | ProofFault> {
  const { matcher, keep, now } = ports;
  const { person, trait } = known;
  if (known.matcher.name !== matcher.id.name || known.matcher.version !== matcher.id.version) return "OTHER_MATCHER";
  const kept = findBase64(known.template);
  if (kept === undefined) throw new SyntaxError("a reference that was checked has no template");
  const probe = await matcher.capture(trait);
  if (typeof probe === "string") return probe;
  const match = await matcher.compare(kept, probe);
  kept.fill(0);
  probe.fill(0);
  const content: IdentityProof = {
    kind: "identityProof",
    person,
    trait,
    matcher: matcher.id,
    match,
    reference,
    witness,
    madeMs: now(),
  };
  return { proof: await keep(person, content), match };
}
