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

  #take(length: number, name: string): Uint8Array {
    if (this.#at + length > this.#data.length) {
      throw new CalldataError({ byte: this.#data.length, problem: `the data ends within ${name}` });
    }
    const taken = this.#data.subarray(this.#at, this.#at + length);
    this.#at += length;
    return taken;
  }
}
