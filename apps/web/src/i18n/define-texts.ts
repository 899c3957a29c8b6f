/** What English needs for each Chinese key: the same key, and a singular beside each plural. */
type EnglishFor<Zh> = { readonly [K in keyof Zh]: string } & {
  readonly [K in keyof Zh as K extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};

/** The key as code asks for it: plurals are asked for without their ending, with `count`. */
export type KeyOf<Zh> = keyof Zh extends infer K ? (K extends `${infer Base}_other` ? Base : K) : never;

/** Texts of one part of the application in both languages; a key missing in one of them does not compile. */
export function defineTexts<const Zh extends Readonly<Record<string, string>>>(texts: {
  readonly zh: Zh;
  readonly en: EnglishFor<Zh>;
}): { readonly zh: Zh; readonly en: EnglishFor<Zh> } {
  return texts;
}
