import { toHex } from "../bytes/toHex.ts";
import type { Address } from "../bytes/types.ts";
import { CalldataError } from "../errors/CalldataError.ts";

/**
 * Reads calldata word by word and refuses whatever a standard encoder would not write: dirty bits above an address or a
 * small integer, other offsets, padding that is not zero, bytes that are left over.
 */
export class WordReader {
  readonly #data: Uint8Array;
  #at: number;

  /** Starts behind the four bytes of the selector. */
  constructor(data: Uint8Array) {
    this.#data = data;
    this.#at = 4;
  }

  /** @throws CalldataError when the data ends, or the value has more than `bits` */
  uint(name: string, bits = 256): bigint {
    const at = this.#at;
    const value = BigInt(toHex(this.#take(32, name)));
    if (value >> BigInt(bits) !== 0n)
      throw new CalldataError({ byte: at, problem: `${name} has more than ${bits} bits` });
    return value;
  }

  /** @throws CalldataError */
  address(name: string): Address {
    const value = this.uint(name, 160);
    return `0x${value.toString(16).padStart(40, "0")}`;
  }

  /** A word that has one allowed value: an offset, a length. @throws CalldataError */
  fixed(name: string, value: bigint): void {
    const at = this.#at;
    const found = this.uint(name);
    if (found !== value) throw new CalldataError({ byte: at, problem: `${name} is ${found}, not ${value}` });
  }

  /** A word that is 0 or 1. @throws CalldataError */
  boolean(name: string): boolean {
    return this.uint(name, 1) === 1n;
  }

  /**
   * An array: its length and, one after another, its items, each of one word or more. `read` is given the item's name.
   * @throws CalldataError
   */
  array<Item>(name: string, read: (item: string) => Item): Item[] {
    const length = this.#length(name);
    return Array.from({ length }, (_, i) => read(`${name}[${i}]`));
  }

  /**
   * An array of items that have arrays inside: its length, the offset of each item, and the items without gaps.
   * @throws CalldataError
   */
  arrayOfTails<Item>(name: string, read: (item: string) => Item): Item[] {
    const length = this.#length(name);
    const tails = this.frame();
    const offsets = Array.from({ length }, (_, i) => tails.offset(`${name}[${i}]`));
    return offsets.map((offset, i) => {
      offset.reached();
      return read(`${name}[${i}]`);
    });
  }

  /**
   * From here on offsets count. Each one that is read must be reached exactly: its array begins where the one before
   * has ended, as a standard encoder writes it.
   */
  frame(): { offset(name: string): { reached(): void } } {
    const base = this.#at;
    return {
      offset: (name) => {
        const at = this.#at;
        const offset = this.uint(`offset of ${name}`);
        const reached = () => {
          const here = BigInt(this.#at - base);
          if (offset === here) return;
          throw new CalldataError({ byte: at, problem: `offset of ${name} is ${offset}, not ${here}` });
        };
        return { reached };
      },
    };
  }

  /** A length and so many bytes, padded with zeros to whole words. @throws CalldataError */
  bytes(name: string): Uint8Array {
    const length = this.uint(`length of ${name}`, 32);
    const content = this.#take(Number(length), name);
    const at = this.#at;
    const padding = this.#take((32 - (content.length % 32)) % 32, `padding of ${name}`);
    if (padding.some((byte) => byte !== 0))
      throw new CalldataError({ byte: at, problem: `padding of ${name} is not zero` });
    return content;
  }

  /** @throws CalldataError when bytes are left */
  end(): void {
    const left = this.#data.length - this.#at;
    if (left !== 0)
      throw new CalldataError({ byte: this.#at, problem: `${left} bytes more than the arguments take` });
  }

  /** Length of an array; one that the rest of the data cannot hold is refused before an item is read. */
  #length(name: string): number {
    const at = this.#at;
    const length = this.uint(`length of ${name}`);
    const most = BigInt(Math.floor((this.#data.length - this.#at) / 32));
    if (length > most)
      throw new CalldataError({
        byte: at,
        problem: `length of ${name} is ${length}, but ${most} words follow`,
      });
    return Number(length);
  }

  #take(length: number, name: string): Uint8Array {
    if (this.#at + length > this.#data.length) {
      throw new CalldataError({ byte: this.#data.length, problem: `the data ends within ${name}` });
    }
    const taken = this.#data.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }
}
