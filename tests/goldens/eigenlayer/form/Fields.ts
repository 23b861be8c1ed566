import { StepProblem } from "./StepProblem.ts";

/** A recorded object and where it stands, read field by field: what is missing or of another kind is a problem with a name. */
export class Fields {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #place: string;

  /** @throws StepProblem when `value` is no object */
  constructor(value: unknown, place: string) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw new StepProblem({ field: place, recorded: value, wanted: "an object" });
    this.#value = value as Readonly<Record<string, unknown>>;
    this.#place = place;
  }

  names(): readonly string[] {
    return Object.keys(this.#value);
  }

  has(name: string): boolean {
    return this.#value[name] !== undefined;
  }

  raw(name: string): unknown {
    return this.#value[name];
  }

  place(name: string): string {
    return this.#place === "" ? name : `${this.#place}.${name}`;
  }

  /** @throws StepProblem unless it is a whole number, as decimal text or exact in JSON */
  integer(name: string): bigint {
    return integerOf(this.#value[name], this.place(name));
  }

  /** @throws StepProblem unless it is a list of whole numbers */
  integers(name: string): readonly bigint[] {
    return this.list(name).map((entry, index) => integerOf(entry, `${this.place(name)}[${index}]`));
  }

  /** A place in a list of `count`. @throws StepProblem */
  index(name: string, count: number): number {
    return indexOf(this.#value[name], { field: this.place(name), count });
  }

  /** Places in a list of `count`. @throws StepProblem */
  indices(name: string, count: number): readonly number[] {
    return this.list(name).map((entry, at) => indexOf(entry, { field: `${this.place(name)}[${at}]`, count }));
  }

  /** @throws StepProblem unless it is text */
  text(name: string): string {
    const value = this.#value[name];
    if (typeof value === "string") return value;
    throw new StepProblem({ field: this.place(name), recorded: value, wanted: "text" });
  }

  /** @throws StepProblem unless it is true or false */
  flag(name: string): boolean {
    const value = this.#value[name];
    if (typeof value === "boolean") return value;
    throw new StepProblem({ field: this.place(name), recorded: value, wanted: "true or false" });
  }

  /** @throws StepProblem unless it is a list */
  list(name: string): readonly unknown[] {
    const value = this.#value[name];
    if (Array.isArray(value)) return value;
    throw new StepProblem({ field: this.place(name), recorded: value, wanted: "a list" });
  }

  /** @throws StepProblem unless it is an object */
  object(name: string): Fields {
    return new Fields(this.#value[name], this.place(name));
  }

  /** A field that nobody reads would be passed over in silence. @throws StepProblem when there is one that is not `known` */
  requireOnly(known: readonly string[]): void {
    const strange = this.names().find((name) => !known.includes(name));
    if (strange === undefined) return;
    const wanted = `absent: known here are ${known.join(", ")}`;
    throw new StepProblem({ field: this.place(strange), recorded: this.#value[strange], wanted });
  }
}

function integerOf(value: unknown, field: string): bigint {
  if (typeof value === "string" && /^-?\d+$/.test(value)) return BigInt(value);
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  throw new StepProblem({ field, recorded: value, wanted: "a whole number, as decimal text" });
}

function indexOf(value: unknown, { field, count }: { field: string; count: number }): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0 && value < count) return value;
  throw new StepProblem({ field, recorded: value, wanted: `a whole number from 0 to ${count - 1}` });
}
