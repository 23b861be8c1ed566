/** A message from a Postgres client: its type, its query text, and the values bound to it. */
export type FrontendMessage = {
  readonly type: string;
  /** Query text of Query, Parse and Bind (that of its statement); empty for others. */
  readonly text: string;
  /** Values of Bind as UTF-8 text; null stays null. */
  readonly values: readonly (string | null)[];
};

/** Cuts a client's byte stream into messages of the Postgres frontend/backend protocol, version 3. */
export class FrontendReader {
  #rest: Buffer = Buffer.alloc(0);
  #started = false;
  /** Query text by statement name: a client parses once and binds often. */
  readonly #statements = new Map<string, string>();

  push(bytes: Buffer): FrontendMessage[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const messages: FrontendMessage[] = [];
    for (;;) {
      const header = this.#started ? 5 : 4;
      if (this.#rest.length < header) return messages;
      const length = this.#rest.readInt32BE(header - 4) + header - 4;
      if (this.#rest.length < length) return messages;
      const frame = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      if (this.#started) messages.push(this.#parse(frame));
      else this.#started = isStartup(frame);
    }
  }

  #parse(frame: Buffer): FrontendMessage {
    const type = String.fromCharCode(frame[0] ?? 0);
    const body = frame.subarray(5);
    const first = cString(body, 0);
    if (type === "Q") return { type, text: first.text, values: [] };
    if (type !== "P" && type !== "B") return { type, text: "", values: [] };
    const second = cString(body, first.end);
    if (type === "B")
      return { type, text: this.#statements.get(second.text) ?? "", values: boundValues(body) };
    this.#statements.set(first.text, second.text);
    return { type, text: second.text, values: [] };
  }
}

/** The first message has no type; an SSL request comes before the real startup message. */
const isStartup = (frame: Buffer) => frame.readInt32BE(4) === 196_608;

function boundValues(body: Buffer): (string | null)[] {
  const statement = cString(body, cString(body, 0).end);
  const formats = body.readInt16BE(statement.end);
  let at = statement.end + 2 + formats * 2;
  const count = body.readInt16BE(at);
  at += 2;
  const values: (string | null)[] = [];
  for (let index = 0; index < count; index++) {
    const length = body.readInt32BE(at);
    at += 4;
    values.push(length === -1 ? null : body.subarray(at, at + length).toString("utf8"));
    at += Math.max(length, 0);
  }
  return values;
}

function cString(body: Buffer, from: number): { readonly text: string; readonly end: number } {
  const zero = body.indexOf(0, from);
  return { text: body.subarray(from, zero).toString("utf8"), end: zero + 1 };
}
