/** A household member as a register has it. Whatever is missing, empty or unreadable is neutral: it speaks neither for nor against. */
export interface Person {
  /** The register's own key; no two people of one search share it. */
  readonly id: string;
  /** In Chinese characters; single ones may be written in pinyin (`王yan`) or as unknown (`王?`). */
  readonly name: string;
  /** A resident identity number of 18 or 15 characters (GB 11643). */
  readonly identityNumber?: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; the hyphens may be missing. Of the solar calendar. */
  readonly birth?: string;
  readonly sex?: "male" | "female";
  /** The 12-digit code of the village; its first nine digits are the township. */
  readonly village?: string;
  /** The text below the village: group, house number. */
  readonly address?: string;
  readonly phone?: string;
}
