/**
 * Speech to text by the phone itself (Web Speech API, `processLocally`). Browsers that would send what a household says to
 * somebody else's servers count as having none.
 */
export interface Recogniser {
  lang: string;
  processLocally: boolean;
  continuous: boolean;
  onresult: ((event: { readonly results: Iterable<Iterable<{ readonly transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}
interface RecogniserType {
  new (): Recogniser;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
}

/** A recogniser for this language that works on the phone alone, or undefined. */
export async function findRecogniser(lang: string): Promise<Recogniser | undefined> {
  const { SpeechRecognition: Type } = globalThis as { SpeechRecognition?: RecogniserType };
  const standing = await Type?.available?.({ langs: [lang], processLocally: true });
  if (Type === undefined || standing !== "available") return undefined;
  const recogniser = new Type();
  recogniser.lang = lang;
  recogniser.processLocally = true;
  recogniser.continuous = true;
  return recogniser;
}
