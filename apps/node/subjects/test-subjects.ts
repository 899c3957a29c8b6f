import { utf8 } from "@mingbai/codec/bytes";
import { commitmentOfBytes } from "@mingbai/codec/commitment";
import { toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import type { Disk } from "@mingbai/log/disk/disk";
import type { GivenPart } from "@mingbai/read-model/given-part";
import { SubjectReader } from "./subject-reader.ts";
import { type PartToPut, SubjectVault } from "./subject-vault.ts";

export const testFolder = "subjects";
export const testGiver = "00000000000000a1";
const nowMs = 1_800_000_000_000;

/** The key of the test's vault, always the same. */
export function testVaultKey() {
  return generateSealingKey({ seed: new Uint8Array(32).fill(7) });
}

/** A vault with segments so small that a short run makes several. */
export async function openTestSubjects(disk: Disk, onChange: () => void = () => undefined): Promise<SubjectVault> {
  const sizes = { segmentBytes: 8 * 1024, keySegmentBytes: 4 * 1024 };
  return SubjectVault.open({
    disk,
    folder: testFolder,
    key: await testVaultKey(),
    now: () => nowMs,
    onChange,
    ...sizes,
  });
}

/** What another process would see that is told these marks. */
export async function readTestSubjects(disk: Disk, { marks }: SubjectVault): Promise<SubjectReader> {
  const reader = new SubjectReader({ disk, folder: testFolder, key: await testVaultKey() });
  await namesIn(reader.readUpTo(marks));
  return reader;
}

/** All names that are told, one after another. */
export async function namesIn(told: AsyncIterable<readonly string[]>): Promise<string[]> {
  const names: string[] = [];
  for await (const some of told) names.push(...some);
  return names;
}

export function testSubject(number: number): Number64 {
  return (0x5000 + number).toString(16).padStart(16, "0");
}

/** The nth part about a subject: a name nobody bears. */
export function testPart(
  subject: number,
  number = 0,
): PartToPut & { readonly content: object; readonly number: number } {
  const content = { name: `谁${subject}`, note: "纸".repeat(number % 40), number };
  const salt = new Uint8Array(32).fill(subject + 1);
  return {
    subject: testSubject(subject),
    giver: testGiver,
    salt,
    bytes: utf8(JSON.stringify(content)),
    content,
    number: subject,
  };
}

/** By which name a part is asked for. */
export function namedPart(part: PartToPut): GivenPart {
  return { subject: part.subject, giver: part.giver, commitment: toHex(commitmentOfBytes(part)) };
}

/** What is found for a part that is there. */
export function opened({ salt, content }: ReturnType<typeof testPart>) {
  return { salt: toHex(salt), content };
}
