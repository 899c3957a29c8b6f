const han = /^\p{Script=Han}/u;

/** A person's name as the public sees it (DESIGN §3): 卢*枝, 卢*; of other scripts the first letter of each word. */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (!han.test(name))
    return name
      .trim()
      .split(/\s+/)
      .map((word) => `${[...word][0] ?? ""}*`)
      .join(" ");
  const [first = "", ...rest] = letters;
  return rest.length > 1 ? `${first}*${rest.at(-1)}` : `${first}*`;
}
