/** One text in both languages of the product. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}
