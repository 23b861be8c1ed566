/** What the devnet says on one line of its output once it can be used. */
export type DevnetReady = {
  readonly rpc: readonly string[];
  readonly proposerKeyFile: string;
  readonly genesisHash: string;
};

/** The line said it is the ready line, but a field is missing or of the wrong type. */
export class BadReadyLine extends Error {
  readonly line: string;
  constructor(field: string, line: string) {
    super(`The devnet's ready line has no usable "${field}": ${line.slice(0, 300)}`);
    this.name = "BadReadyLine";
    this.line = line;
  }
}

/** The devnet's ready line; undefined for any other line. @throws BadReadyLine */
export function devnetReady(line: string): DevnetReady | undefined {
  if (!line.startsWith("{") || !line.includes('"ready"')) return undefined;
  const said = JSON.parse(line) as Record<string, unknown>;
  if (said.ready !== true) return undefined;
  const { rpc, proposerKeyFile, genesisHash } = said;
  const urls = Array.isArray(rpc) ? rpc.filter((url): url is string => typeof url === "string") : [];
  if (urls.length === 0) throw new BadReadyLine("rpc", line);
  if (typeof proposerKeyFile !== "string") throw new BadReadyLine("proposerKeyFile", line);
  if (typeof genesisHash !== "string") throw new BadReadyLine("genesisHash", line);
  return { rpc: urls, proposerKeyFile, genesisHash };
}
