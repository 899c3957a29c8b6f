/** Fields of the public form, the file first: who chose one means it. */
const fields = ["file", "receipt"] as const;

/**
 * The receipt in a form that a browser sent (`multipart/form-data` or `application/x-www-form-urlencoded`), or the body
 * itself as text. Empty where there is none; never throws.
 */
export async function sentReceipt(contentType: string | undefined, body: unknown): Promise<string> {
  if (!(body instanceof Uint8Array) || contentType === undefined) return "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(contentType)) return textOf(body);
  const form = await findForm(contentType, body);
  for (const name of fields) {
    const value = form?.get(name) ?? "";
    const text = typeof value === "string" ? value : await value.text();
    if (text.trim() !== "") return text;
  }
  return "";
}

async function findForm(contentType: string, body: Uint8Array): Promise<FormData | undefined> {
  try {
    return await new Response(Uint8Array.from(body), { headers: { "content-type": contentType } }).formData();
  } catch (error) {
    // A form that is none: the platform's parser says so with a TypeError.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
