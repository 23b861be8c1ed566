/** A text is canonical but is not a bundle, or not the one that it says it is. */
export class BundleFormatError extends Error {
  override readonly name = "BundleFormatError";
  /** Field from the root of the file: `bundle.decision.findings[0].level`. */
  readonly path: string;
  readonly value: string;
  readonly limit: string;

  constructor({ path, value, limit }: { path: string; value: string; limit: string }) {
    super(
      `The bundle's ${path === "" ? "outermost value" : path} is ${value}; it must be ${limit}. ` +
        "Get the bundle again from where it was published; do not edit it.",
    );
    this.path = path;
    this.value = value;
    this.limit = limit;
  }
}
