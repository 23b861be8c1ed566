/** Passes on what comes from the first occurrence of a text on, that text included; nothing when it never comes. */
export function startingAt(text: string): (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (source) {
    let isFound = false;
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of source) {
      if (isFound) {
        yield chunk;
        continue;
      }
      const seen = Buffer.concat([rest, chunk]);
      const at = seen.indexOf(text);
      isFound = at >= 0;
      // The text may begin at the end of one chunk and go on in the next.
      rest = seen.subarray(Math.max(0, seen.length - text.length));
      if (isFound) yield seen.subarray(at);
    }
  };
}
