/** Hands `content` to the browser as a file. */
export function download({ name, type, content }: { name: string; type: string; content: BlobPart[] }): void {
  const url = URL.createObjectURL(new Blob(content, { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the content by the next turn; keeping the address would keep the memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
