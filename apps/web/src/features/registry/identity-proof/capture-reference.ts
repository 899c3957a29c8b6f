import { toBase64 } from "@mingbai/codec/base64";
import { type BiometricReference, type Trait, templateBytesMax } from "@mingbai/registry/content/texts/identity-proof";
import type { BiometricMatcher, CaptureFault } from "./matcher.ts";

/** Whom it is about and before whom it is done; accounts and subjects are numbers of 64 bits. */
export interface Presence {
  readonly person: string;
  readonly witness: string;
  readonly trait: Trait;
}

/** Seals a text about a person with that person's own data key, and gives its commitment (hexadecimal). */
export type KeepSealed = (person: string, content: object) => Promise<string>;

/**
 * Captures what a person will be known by, and has it sealed. Answers with its commitment and what this device is to keep, sealed, or why
 * nothing was captured; the matcher's bytes are overwritten here. Throws RangeError on a template that is too long: that matcher does not fit the port.
 */
export async function captureReference(
  { person, witness, trait }: Presence,
  ports: { readonly matcher: BiometricMatcher; readonly keep: KeepSealed; readonly now: () => number },
): Promise<{ readonly reference: string; readonly known: BiometricReference } | CaptureFault> {
  const { matcher, keep, now } = ports;
  if (!matcher.traits.includes(trait)) return "NO_SENSOR";
  const template = await matcher.capture(trait);
  if (typeof template === "string") return template;
  if (template.length > templateBytesMax) throw new RangeError(`a template has at most ${templateBytesMax} bytes`);
  const content: BiometricReference = {
    kind: "biometricReference",
    person,
    trait,
    matcher: matcher.id,
    template: toBase64(template),
    witness,
    madeMs: now(),
  };
  template.fill(0);
  return { reference: await keep(person, content), known: content };
}
