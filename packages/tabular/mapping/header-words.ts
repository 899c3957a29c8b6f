/** A column's name as lower-case words: `Body_Name`, `bodyName` and ` Body  name ` are the same name. */
export function headerWords(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
