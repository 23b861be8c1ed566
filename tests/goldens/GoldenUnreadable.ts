/** A document has not the form that it claims. */
export class GoldenUnreadable extends Error {
  override readonly name = "GoldenUnreadable";
  readonly protocol: string;
  /** path of what is wrong, such as `steps[3].action` */
  readonly place: string;
  readonly problem: string;

  constructor({ protocol, place, problem }: { protocol: string; place: string; problem: string }) {
    super(
      `The file looks like one of ${protocol}, but ${place} ${problem}. Record it again, or correct the file.`,
    );
    this.protocol = protocol;
    this.place = place;
    this.problem = problem;
  }
}
