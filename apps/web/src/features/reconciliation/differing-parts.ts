/** A text in parts; `differs` where the other text has something else at this place, counted from the right. */
export interface TextPart {
  readonly text: string;
  readonly differs: boolean;
}

/** In which characters one amount differs from the other: what an eye would have to find. */
export function differingParts(text: string, other: string): readonly TextPart[] {
  const parts: { text: string; differs: boolean }[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const differs = sign !== other.charAt(other.length - text.length + at);
    const last = parts.at(-1);
    if (last?.differs === differs) last.text += sign;
    else parts.push({ text: sign, differs });
  }
  return parts;
}
