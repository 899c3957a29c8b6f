/** What JSON says, as text or as its UTF-8 bytes; undefined where it is no JSON. Nothing of it is judged. */
export function findJson(json: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof json === "string" ? json : new TextDecoder().decode(json));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
