import type { Address, Hex } from "@ballast/core";
import { MalformedDataError } from "./malformedDataError.ts";

const WORD = 32;
const LOWER_HEX_BYTES = /^0x(?:[0-9a-f]{2})*$/;

/**
 * Reads bytes from the front, refusing everything that is not exactly there. Written for the firewall and
 * shared with no encoder, so that a wrong encoder cannot be right by its own rules.
 */
export class ByteReader {
  readonly #hex: string;
  readonly #layout: string;
  #offset = 0;

  /** @throws MalformedDataError unless `data` is lower-case hex of whole bytes. */
  constructor(data: Hex, layout: string) {
    this.#layout = layout;
    if (!LOWER_HEX_BYTES.test(data)) {
      throw new MalformedDataError({ layout, offset: 0, problem: "not whole bytes in lower-case hex" });
    }
    this.#hex = data.slice(2);
  }

  get remaining(): number {
    return this.#hex.length / 2 - this.#offset;
  }

  /** How many bytes have been read: what ABI offsets count from. */
  get position(): number {
    return this.#offset;
  }

  /** The next `length` bytes. */
  bytes(length: number): Hex {
    if (length > this.remaining) {
      this.fail(`${length} bytes expected, ${this.remaining} left`);
    }
    const start = this.#offset * 2;
    this.#offset += length;
    return `0x${this.#hex.slice(start, start + length * 2)}`;
  }

  uint(length: number): bigint {
    return BigInt(this.bytes(length));
  }

  address(): Address {
    return this.bytes(20);
  }

  /** An ABI word that holds an address: twelve zero bytes, then the address. */
  addressWord(): Address {
    this.zeros(12);
    return this.address();
  }

  /** An ABI word that says yes or no: 1 or 0, nothing else. */
  flagWord(): boolean {
    const flag = this.uint(WORD);
    if (flag > 1n) this.fail(`0 or 1 expected, found ${flag}`);
    return flag === 1n;
  }

  /** An ABI offset, counted from `base`, must point exactly here: nothing is left unread in between, nothing read twice. */
  startsHere(offset: bigint, base: number): void {
    const here = this.#offset - base;
    if (offset !== BigInt(here)) this.fail(`offset ${here} expected, found ${offset}`);
  }

  /** An ABI array of one-word items: the count, then the items. */
  list<Item>(item: () => Item): readonly Item[] {
    return this.#times(this.#count(), item);
  }

  /** An ABI array of items of any length: the count, where each item starts, then the items one right behind another. */
  tails<Item>(item: () => Item): readonly Item[] {
    const count = this.#count();
    const base = this.#offset;
    const offsets = this.#times(count, () => this.uint(WORD));
    return offsets.map((offset) => {
      this.startsHere(offset, base);
      return item();
    });
  }

  zeros(length: number): void {
    if (length > 0 && this.uint(length) !== 0n) this.fail(`${length} zero bytes expected`);
  }

  /** The next bytes must be these. */
  expect(bytes: Hex): void {
    const found = this.bytes((bytes.length - 2) / 2);
    if (found !== bytes) this.fail(`${bytes} expected, found ${found}`);
  }

  end(): void {
    if (this.remaining > 0) this.fail(`${this.remaining} trailing bytes`);
  }

  fail(problem: string): never {
    throw new MalformedDataError({ layout: this.#layout, offset: this.#offset, problem });
  }

  /** Every item takes a word at least, so a count that the bytes cannot hold is refused before anything is read. */
  #count(): number {
    const count = this.uint(WORD);
    if (count > BigInt(Math.floor(this.remaining / WORD)))
      this.fail(`${count} items, more than the data holds`);
    return Number(count);
  }

  #times<Item>(count: number, item: () => Item): readonly Item[] {
    return Array.from({ length: count }, item);
  }
}
