import { closeSync, openSync, readSync } from "node:fs";

/** Reads the lines that are appended to a file, from where it stood when following began. */
export class LogFollower {
  readonly #path: string;
  #offset: number;
  #rest = "";
  constructor(path: string, offset = 0) {
    this.#path = path;
    this.#offset = offset;
  }

  /** The complete lines written since the last call. */
  lines(): string[] {
    const text = this.#rest + this.#read();
    const lines = text.split("\n");
    this.#rest = lines.pop() ?? "";
    return lines;
  }

  #read(): string {
    const file = openSync(this.#path, "r");
    const chunks: Buffer[] = [];
    try {
      for (;;) {
        const chunk = Buffer.alloc(65_536);
        const length = readSync(file, chunk, 0, chunk.length, this.#offset);
        if (length === 0) return Buffer.concat(chunks).toString("utf8");
        this.#offset += length;
        chunks.push(chunk.subarray(0, length));
      }
    } finally {
      closeSync(file);
    }
  }
}
